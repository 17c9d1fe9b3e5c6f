import { Injectable } from '@nestjs/common';
import { Clock, type Caller } from '#platform';
import { decide } from '../domain/case/case-lifecycle.js';
import { caseView, type CaseAnswer } from '../domain/case/case-view.js';
import type { CaseMove } from '../domain/case/case-move.js';
import { happenedAt } from '../domain/incident-file/occurrence.js';
import { Cases } from '../outbound/database/case.repository.js';
import { actorOf, FileAccess } from './file-access.js';
import { FileJournal } from './file-journal.js';

/** Decides about a case: whatever is in the list of moves. */
@Injectable()
export class MoveCase {
  constructor(
    private readonly access: FileAccess,
    private readonly cases: Cases,
    private readonly journal: FileJournal,
    private readonly clock: Clock,
  ) {}

  /** Moves the case, if its state, the caller and what was stated allow it. */
  async run(
    caller: Caller,
    caseId: string,
    move: CaseMove,
    { basis, occurredAt: stated }: { basis?: string; occurredAt?: string },
  ): Promise<CaseAnswer> {
    const { row, file, record } = await this.access.changeCase(caller, caseId);
    move.require(caller, file);
    const at = happenedAt(stated, this.clock.now(), file.receivedAt);
    record.state = decide(record.state, move, basis);
    if (move.files) record.filedAt = at;
    this.cases.save(record);
    this.journal.publish(
      row,
      Object.assign(new move.event(), {
        incidentId: row.id,
        caseId,
        number: record.number,
        occurredAt: at.toISOString(),
        by: actorOf(caller),
        ...(basis !== undefined && { basis }),
      }),
    );
    return caseView(record);
  }
}
