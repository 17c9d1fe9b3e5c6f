import { IsBoolean, IsIn, IsISO8601, IsOptional, IsString } from 'class-validator';
import { DomainEvent } from '../event.js';
import { Part, Parts } from '../fields.js';
import { InformedFact, IssuedAssignment, SlotFact } from '../facts/dispatch.js';
import { PlanFact } from '../facts/incident.js';
import { INCIDENTS } from '../streams.js';
import { INCIDENT_STATES, PRIORITIES, type IncidentState, type Priority } from '../vocabulary.js';

/** The decision of one moment: every assignment issued, every candidate with its reason, every gap. */
export class DispatchPlanned extends DomainEvent {
  static override readonly type = 'dispatch.planned.v1';
  static override readonly stream = INCIDENTS;
  static override readonly source = 'routing';
  static override readonly description = 'Units of several disciplines were assigned in one decision, gaps named.';

  @IsString() incidentId!: string;
  @IsISO8601() plannedAt!: string;
  @IsIn(PRIORITIES) priority!: Priority;
  @Part(() => PlanFact) plan!: PlanFact;
  @Parts(() => SlotFact) slots!: SlotFact[];
  @Parts(() => IssuedAssignment) assignments!: IssuedAssignment[];
  @Parts(() => InformedFact) informed!: InformedFact[];
  /** Nobody could be found who leads it: the desk is alarmed until somebody is. */
  @IsOptional() @IsBoolean() leadMissing?: boolean;
  /** DISPATCHED with at least one assignment, else TRIAGED: every slot is a gap. */
  @IsIn(INCIDENT_STATES) dispatchState!: IncidentState;
}
