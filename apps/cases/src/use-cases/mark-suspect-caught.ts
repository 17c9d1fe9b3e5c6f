import { Injectable } from '@nestjs/common';
import { SuspectCaught } from '#contracts';
import { actorOf, AS_A_FACT, Clock, type Caller } from '#platform';
import { suspectView } from '../domain/case/case-view.js';
import { catchSuspect, withSuspects } from '../domain/case/suspects.js';
import { requireAssignedUnit } from '../domain/incident-file/authority.js';
import type { FiledSuspect } from '../domain/incident-file/filed-case.js';
import { happenedAt } from '../domain/incident-file/occurrence.js';
import { Cases } from '../outbound/database/case.repository.js';
import { FileAccess } from './file-access.js';
import { FileJournal } from './file-journal.js';

/** A recorded suspect was caught (抓获). */
@Injectable()
export class MarkSuspectCaught {
  constructor(
    private readonly access: FileAccess,
    private readonly cases: Cases,
    private readonly journal: FileJournal,
    private readonly clock: Clock,
  ) {}

  /** Marks the suspect with this number. */
  async run(
    caller: Caller,
    caseId: string,
    number: number,
    { occurredAt: stated }: { occurredAt?: string },
  ): Promise<FiledSuspect> {
    const { row, file, record } = await this.access.changeCase(caller, caseId, AS_A_FACT);
    requireAssignedUnit(caller, file);
    const occurredAt = happenedAt(stated, this.clock.now(), file.receivedAt).toISOString();
    const suspect = catchSuspect(record.suspects, number, occurredAt);
    record.suspects = withSuspects(record.suspects, [suspect]);
    this.cases.save(record);
    const fact = { incidentId: row.id, caseId, suspect: number, state: suspect.state, occurredAt, by: actorOf(caller) };
    this.journal.publish(row, SuspectCaught.of(fact));
    return suspectView(suspect);
  }
}
