import { IsIn, IsISO8601, IsOptional, IsString } from 'class-validator';
import { DomainEvent } from '../event.js';
import { Part } from '../fields.js';
import { IssuedAssignment, SlotFact } from '../facts/dispatch.js';
import { ActorFact } from '../facts/parties.js';
import { INCIDENTS } from '../streams.js';
import { INCIDENT_STATES, type IncidentState } from '../vocabulary.js';

/** A reinforcement, or the replacement of a unit that declined. */
export class AssignmentAdded extends DomainEvent {
  static override readonly type = 'assignment.added.v1';
  static override readonly stream = INCIDENTS;
  static override readonly source = 'routing';
  static override readonly description = 'A unit was added to the dispatch: reinforcement or replacement.';

  @IsString() incidentId!: string;
  @Part(() => SlotFact) slot!: SlotFact;
  @Part(() => IssuedAssignment) assignment!: IssuedAssignment;
  @IsIn(INCIDENT_STATES) dispatchState!: IncidentState;
  @IsISO8601() occurredAt!: string;
  /** Assignment that this one replaces. */
  @IsOptional() @IsString() replaces?: string;
  @Part(() => ActorFact) by!: ActorFact;
}
