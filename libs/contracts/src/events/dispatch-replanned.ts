import { IsBoolean, IsIn, IsISO8601, IsOptional, IsString } from 'class-validator';
import { DomainEvent } from '../event.js';
import { Part, Parts } from '../fields.js';
import { InformedFact, IssuedAssignment, RetimedClock, SlotFact } from '../facts/dispatch.js';
import { PlanFact } from '../facts/incident.js';
import { INCIDENTS } from '../streams.js';
import { INCIDENT_STATES, PRIORITIES, type IncidentState, type Priority } from '../vocabulary.js';

/** More is known, or the priority changed: what the plan asks for in addition, and the clocks that run to other limits. */
export class DispatchReplanned extends DomainEvent {
  static override readonly type = 'dispatch.replanned.v1';
  static override readonly stream = INCIDENTS;
  static override readonly source = 'routing';
  static override readonly description =
    'The plan of a running dispatch changed: further units were assigned or informed, gaps named, running clocks set anew.';

  @IsString() incidentId!: string;
  @IsISO8601() occurredAt!: string;
  @IsIn(PRIORITIES) priority!: Priority;
  @Part(() => PlanFact) plan!: PlanFact;
  /** The slots that were added; those before stay. */
  @Parts(() => SlotFact) slots!: SlotFact[];
  /** The assignments that were issued for them. */
  @Parts(() => IssuedAssignment) assignments!: IssuedAssignment[];
  /** Everybody who is told without being sent. */
  @Parts(() => InformedFact) informed!: InformedFact[];
  /** Who of them is told from now on; absent on events of earlier versions. */
  @IsOptional() @Parts(() => InformedFact) newlyInformed?: InformedFact[];
  @Parts(() => RetimedClock) retimed!: RetimedClock[];
  /** There is still nobody who leads it. */
  @IsOptional() @IsBoolean() leadMissing?: boolean;
  @IsIn(INCIDENT_STATES) dispatchState!: IncidentState;
}
