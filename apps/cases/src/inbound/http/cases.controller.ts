import { Body, Get, HttpCode, Param, ParseIntPipe, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse } from '@nestjs/swagger';
import { rolesFor } from '#contracts';
import { Allow, AuditedRead, CurrentCaller, Idempotent, IfMatch, ServiceController, type Caller } from '#platform';
import type { CaseMove } from '../../domain/case/case-move.js';
import { CaseFileAnswer, LedgerEntryAnswer, type CaseAnswer } from '../../domain/case/case-view.js';
import { CASE_MOVE_LIST } from '../../domain/case/moves/index.js';
import { FiledSuspect } from '../../domain/incident-file/filed-case.js';
import { MarkSuspectCaught } from '../../use-cases/mark-suspect-caught.js';
import { MoveCase, type MoveRequest } from '../../use-cases/move-case.js';
import { PostLedgerEntry } from '../../use-cases/post-ledger-entry.js';
import { ReadCase } from '../../use-cases/read-case.js';
import { RecordSuspect } from '../../use-cases/record-suspect.js';
import { addMoveRoute } from './case-move.route.js';
import { LedgerEntryBody, OccurrenceBody, SuspectBody } from './case.dto.js';
import { IdPipe } from './id.pipe.js';

/** Which entries of a ledger need no version. */
const FACTS = 'Entries that the scene tells of (verified loss, stops, seizures, recoveries) are facts and need none.';

/** Cases: decisions, suspects and the loss ledger. */
@ServiceController('cases')
export class CasesController {
  constructor(
    private readonly readCase: ReadCase,
    private readonly moveCase: MoveCase,
    private readonly recordSuspect: RecordSuspect,
    private readonly markCaught: MarkSuspectCaught,
    private readonly postEntry: PostLedgerEntry,
  ) {}

  /** A case with its suspects and its ledger. */
  @Get(':caseId')
  @AuditedRead('case.read')
  @Allow(...rolesFor('case.read'))
  @ApiOkResponse({ type: CaseFileAnswer })
  read(@CurrentCaller() caller: Caller, @Param('caseId', IdPipe) caseId: string): Promise<CaseFileAnswer> {
    return this.readCase.run(caller, caseId);
  }

  /** Records a suspect by number and state. */
  @Post(':caseId/suspects')
  @Allow(...rolesFor('case.keep'))
  @Idempotent({ required: false })
  @ApiCreatedResponse({ type: FiledSuspect })
  addSuspect(
    @CurrentCaller() caller: Caller,
    @Param('caseId', IdPipe) caseId: string,
    @Body() body: SuspectBody,
  ): Promise<FiledSuspect> {
    return this.recordSuspect.run(caller, caseId, body);
  }

  /** A recorded suspect was caught (抓获). */
  @Post(':caseId/suspects/:number/caught')
  @HttpCode(200)
  @Allow(...rolesFor('case.keep'))
  @Idempotent({ required: false })
  @ApiOkResponse({ type: FiledSuspect })
  caught(
    @CurrentCaller() caller: Caller,
    @Param('caseId', IdPipe) caseId: string,
    @Param('number', ParseIntPipe) number: number,
    @Body() body: OccurrenceBody,
  ): Promise<FiledSuspect> {
    return this.markCaught.run(caller, caseId, number, body);
  }

  /** Posts an entry of the loss ledger; entries are never changed, only reversed. */
  @Post(':caseId/ledger-entries')
  @Allow(...rolesFor('case.keep'))
  @Idempotent({ required: false })
  @ApiCreatedResponse({ type: LedgerEntryAnswer })
  post(
    @CurrentCaller() caller: Caller,
    @Param('caseId', IdPipe) caseId: string,
    @IfMatch({ facts: FACTS }) ifMatch: string | undefined,
    @Body() body: LedgerEntryBody,
  ): Promise<LedgerEntryAnswer> {
    return this.postEntry.run(caller, caseId, ifMatch, body);
  }

  /** What the route of a move does. */
  decide(
    caller: Caller,
    caseId: string,
    ifMatch: string | undefined,
    move: CaseMove,
    body: MoveRequest,
  ): Promise<CaseAnswer> {
    return this.moveCase.run(caller, caseId, ifMatch, move, body);
  }
}

for (const move of CASE_MOVE_LIST) {
  if (move.proposedAs === null) addMoveRoute(CasesController, move);
}
