import { IsBoolean, IsIn, IsISO8601, IsOptional, IsString } from 'class-validator';
import { DomainEvent } from '../event.js';
import { Part } from '../fields.js';
import { ActorFact, UnitFact } from '../facts/parties.js';
import { INCIDENTS } from '../streams.js';
import { OUTCOMES, type Outcome } from '../vocabulary.js';

/** The review is done and the incident is closed, by somebody other than the lead officer. */
export class IncidentClosed extends DomainEvent {
  static override readonly type = 'incident.closed.v1';
  static override readonly stream = INCIDENTS;
  static override readonly source = 'cases';
  static override readonly description = 'The incident was reviewed and closed.';

  @IsString() incidentId!: string;
  @IsIn(OUTCOMES) outcome!: Outcome;
  @IsISO8601() closedAt!: string;
  @Part(() => ActorFact) closedBy!: ActorFact;
  @IsOptional() @Part(() => UnitFact) leadUnit?: UnitFact;
  @IsOptional() @Part(() => ActorFact) leadBy?: ActorFact;
  @IsOptional() @IsString() note?: string;
  /** Its case is worked on after the closing; absent where there is none. */
  @IsOptional() @IsBoolean() caseGoesOn?: boolean;
  /** The enterprise is to be asked how it went by then. */
  @IsISO8601() followUpDueAt!: string;
}
