import { IsIn, IsISO8601, IsString } from 'class-validator';
import { DomainEvent } from '../event.js';
import { Part } from '../fields.js';
import { IssuedAssignment, SlotFact } from '../facts/dispatch.js';
import { INCIDENTS } from '../streams.js';
import { INCIDENT_STATES, type IncidentState } from '../vocabulary.js';

/** A unit became free and took a slot that had stayed open. */
export class DispatchGapFilled extends DomainEvent {
  static override readonly type = 'dispatch.gap-filled.v1';
  static override readonly stream = INCIDENTS;
  static override readonly source = 'routing';
  static override readonly description = 'An open slot of the dispatch was filled when a unit became free.';

  @IsString() incidentId!: string;
  @IsISO8601() occurredAt!: string;
  @Part(() => SlotFact) slot!: SlotFact;
  @Part(() => IssuedAssignment) assignment!: IssuedAssignment;
  @IsIn(INCIDENT_STATES) dispatchState!: IncidentState;
}
