import { Injectable } from '@nestjs/common';
import { SuspectCaught, type AssignmentFeedbackGiven } from '#contracts';
import type { EventContext } from '#messaging';
import { catchSome, withSuspects } from '../domain/case/suspects.js';
import { Cases } from '../outbound/database/case.repository.js';
import type { IncidentFileRow } from '../outbound/database/incident-file.tables.js';
import { FileJournal } from './file-journal.js';
import { RestrictIncident } from './restrict-incident.js';

/** Takes a unit's feedback into the file: arrests go to the case, an insider restricts what the enterprise is told. */
@Injectable()
export class TakeFeedback {
  constructor(
    private readonly journal: FileJournal,
    private readonly cases: Cases,
    private readonly restrict: RestrictIncident,
  ) {}

  /** Records the feedback and what follows from it. */
  async run(event: AssignmentFeedbackGiven, envelope: EventContext): Promise<void> {
    const row = await this.journal.fileOf(event.incidentId);
    this.journal.take(row, event, envelope);
    if (event.suspectsCaught > 0) await this.recordArrests(row, event);
    if (event.insiderSuspected) this.restrict.onInsiderSuspected(row, event.by, event.occurredAt);
  }

  private async recordArrests(row: IncidentFileRow, event: AssignmentFeedbackGiven): Promise<void> {
    const { case: filed } = row.progress;
    const record = filed && (await this.cases.find(filed.caseId));
    if (!record) return;
    const caught = catchSome(record.suspects, event.suspectsCaught, event.occurredAt);
    record.suspects = withSuspects(record.suspects, caught);
    this.cases.save(record);
    for (const { number, state } of caught) {
      this.journal.publish(
        row,
        SuspectCaught.of({
          incidentId: row.id,
          caseId: record.id,
          suspect: number,
          state,
          occurredAt: event.occurredAt,
          by: event.by,
        }),
      );
    }
  }
}
