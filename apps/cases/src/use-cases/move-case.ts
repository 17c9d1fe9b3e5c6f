import { Injectable } from '@nestjs/common';
import { actorOf, Clock, type Caller } from '#platform';
import { caseView, type CaseAnswer } from '../domain/case/case-view.js';
import type { CaseMove } from '../domain/case/case-move.js';
import { requireReconsiderable } from '../domain/case/reconsideration.js';
import { askReconsideration } from '../domain/case/moves/ask-reconsideration.js';
import { happenedAt } from '../domain/incident-file/occurrence.js';
import { CaseMover } from './case-mover.js';
import { FileAccess } from './file-access.js';
import { decisionOf } from './file-journal.js';

/** What is stated with a decision. */
export interface MoveRequest {
  basis?: string;
  occurredAt?: string;
  /** When the notice of a refusal reached the enterprise; for who asks to reconsider. */
  servedAt?: string;
}

/** Decides about a case what one person may decide: the moves that need nobody's approval. */
@Injectable()
export class MoveCase {
  constructor(
    private readonly access: FileAccess,
    private readonly mover: CaseMover,
    private readonly clock: Clock,
  ) {}

  /** Moves the case, if its state, the caller and what was stated allow it. */
  async run(
    caller: Caller,
    caseId: string,
    ifMatch: string | undefined,
    move: CaseMove,
    request: MoveRequest,
  ): Promise<CaseAnswer> {
    const { basis, occurredAt: stated, servedAt } = request;
    const { row, file, record } = await this.access.changeCase(caller, caseId, ifMatch);
    move.require(caller, file);
    const at = happenedAt(stated, this.clock.now(), file.receivedAt);
    if (move === askReconsideration) record.reconsiderations = requireReconsiderable(record, { servedAt, askedAt: at });
    this.mover.move({ row, record }, move, { at, by: actorOf(caller), basis });
    return caseView(record, decisionOf(row));
  }
}
