import { Injectable } from '@nestjs/common';
import { SuspectRecorded, type SuspectState } from '#contracts';
import { actorOf, AS_A_FACT, Clock, type Caller } from '#platform';
import { suspectView } from '../domain/case/case-view.js';
import { addSuspect, withSuspects } from '../domain/case/suspects.js';
import { requireAssignedUnit } from '../domain/incident-file/authority.js';
import type { FiledSuspect } from '../domain/incident-file/filed-case.js';
import { happenedAt } from '../domain/incident-file/occurrence.js';
import { Cases } from '../outbound/database/case.repository.js';
import { FileAccess } from './file-access.js';
import { FileJournal } from './file-journal.js';

/** Records a suspect of a case: a number and a state, no name. */
@Injectable()
export class RecordSuspect {
  constructor(
    private readonly access: FileAccess,
    private readonly cases: Cases,
    private readonly journal: FileJournal,
    private readonly clock: Clock,
  ) {}

  /** The suspect gets the next number of the case. */
  async run(
    caller: Caller,
    caseId: string,
    { state = 'at_large', occurredAt: stated }: { state?: SuspectState; occurredAt?: string },
  ): Promise<FiledSuspect> {
    const { row, file, record } = await this.access.changeCase(caller, caseId, AS_A_FACT);
    requireAssignedUnit(caller, file);
    const occurredAt = happenedAt(stated, this.clock.now(), file.receivedAt).toISOString();
    const suspect = addSuspect(record.suspects, state, occurredAt);
    record.suspects = withSuspects(record.suspects, [suspect]);
    this.cases.save(record);
    const fact = { incidentId: row.id, caseId, suspect: suspect.number, state, occurredAt, by: actorOf(caller) };
    this.journal.publish(row, SuspectRecorded.of(fact));
    return suspectView(suspect);
  }
}
