import { Injectable } from '@nestjs/common';
import { IncidentClosed, type IncidentState, type Outcome } from '#contracts';
import { actorOf, Clock, type Caller } from '#platform';
import { goesOn } from '../domain/case/case-lifecycle.js';
import { reviewClosing } from '../domain/incident-file/closing.js';
import { leadAssignment, type FiledClosing } from '../domain/incident-file/incident-file.js';
import { FileAccess } from './file-access.js';
import { FileJournal } from './file-journal.js';

/** What the reviewer decides. */
export interface ClosingRequest {
  outcome?: Outcome;
  note?: string;
}

/** A closed incident. */
export interface ClosedIncident {
  incidentId: string;
  state: IncidentState;
  closed?: FiledClosing;
}

/** Reviews a handled incident and closes it; never the lead officer, never somebody of the lead unit (gate G4). */
@Injectable()
export class CloseIncident {
  constructor(
    private readonly access: FileAccess,
    private readonly journal: FileJournal,
    private readonly clock: Clock,
  ) {}

  /** Closes the incident and sets when the enterprise is to be asked how it went. */
  async run(
    caller: Caller,
    incidentId: string,
    ifMatch: string | undefined,
    { outcome, note }: ClosingRequest,
  ): Promise<ClosedIncident> {
    const { row, file } = await this.access.change(caller, incidentId, ifMatch);
    const by = actorOf(caller);
    const now = this.clock.now();
    const mayOverride = caller.roles.includes('duty_chief');
    const review = reviewClosing(file, { by, unitId: caller.unitId, outcome, note, mayOverride }, now);
    const leadUnit = leadAssignment(file)?.unit;
    const { leadBy, case: filed } = file;
    this.journal.publish(
      row,
      IncidentClosed.of({
        incidentId,
        outcome: review.outcome,
        closedAt: now.toISOString(),
        closedBy: by,
        followUpDueAt: review.followUpDueAt.toISOString(),
        ...(leadUnit && { leadUnit }),
        ...(leadBy && { leadBy }),
        ...(filed && { caseGoesOn: goesOn(filed.state) }),
        ...(note !== undefined && { note }),
      }),
    );
    const {
      state,
      progress: { closed },
    } = row;
    return { incidentId, state, ...(closed && { closed }) };
  }
}
