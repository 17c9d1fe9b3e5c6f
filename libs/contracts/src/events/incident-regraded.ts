import { IsIn, IsISO8601, IsOptional, IsString } from 'class-validator';
import { DomainEvent } from '../event.js';
import { Part, Parts } from '../fields.js';
import { FiredRule, PlanFact } from '../facts/incident.js';
import { ActorFact } from '../facts/parties.js';
import { INCIDENTS } from '../streams.js';
import { PRIORITIES, type Priority } from '../vocabulary.js';

/** The priority changed, by a rule or by a person. */
export class IncidentRegraded extends DomainEvent {
  static override readonly type = 'incident.regraded.v1';
  static override readonly stream = INCIDENTS;
  static override readonly source = 'intake';
  static override readonly description =
    'The priority of the incident changed, with the rules or the reason behind it.';

  @IsString() incidentId!: string;
  @IsIn(PRIORITIES) from!: Priority;
  @IsIn(PRIORITIES) to!: Priority;
  @IsISO8601() occurredAt!: string;
  @Parts(() => FiredRule) firedRules!: FiredRule[];
  /** The plan that the new priority asks for; absent from events of earlier versions. */
  @IsOptional() @Part(() => PlanFact) plan?: PlanFact;
  /** The person who decided; absent when a rule did. */
  @IsOptional() @Part(() => ActorFact) by?: ActorFact;
  @IsOptional() @IsString() reason?: string;
}
