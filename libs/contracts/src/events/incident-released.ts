import { IsIn, IsISO8601, IsOptional, IsString } from 'class-validator';
import { DomainEvent } from '../event.js';
import { Part } from '../fields.js';
import { PlanFact } from '../facts/incident.js';
import { ActorFact } from '../facts/parties.js';
import { INCIDENTS } from '../streams.js';
import { PRIORITIES, type Priority } from '../vocabulary.js';

/** A call taker looked at what was held: units go by the plan as it is now. What waited in later reports follows as facts. */
export class IncidentReleased extends DomainEvent {
  static override readonly type = 'incident.released.v1';
  static override readonly stream = INCIDENTS;
  static override readonly source = 'intake';
  static override readonly description = 'A person released what was held of an incident; from now on it moves units.';

  @IsString() incidentId!: string;
  @IsISO8601() occurredAt!: string;
  @Part(() => ActorFact) by!: ActorFact;
  @IsOptional() @IsString() note?: string;
  @IsIn(PRIORITIES) priority!: Priority;
  @Part(() => PlanFact) plan!: PlanFact;
}
