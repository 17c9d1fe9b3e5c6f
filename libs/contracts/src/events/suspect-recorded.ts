import { IsIn, IsInt, IsISO8601, IsString, Min } from 'class-validator';
import { DomainEvent } from '../event.js';
import { Part } from '../fields.js';
import { ActorFact } from '../facts/parties.js';
import { INCIDENTS } from '../streams.js';
import { SUSPECT_STATES, type SuspectState } from '../vocabulary.js';

/** A suspect was recorded: a number and a state, no name. */
export class SuspectRecorded extends DomainEvent {
  static override readonly type = 'suspect.recorded.v1';
  static override readonly stream = INCIDENTS;
  static override readonly source = 'cases';
  static override readonly description = 'A suspect was recorded: a number and a state, no name.';

  @IsString() incidentId!: string;
  @IsString() caseId!: string;
  /** Number of the suspect within the case, from 1. */
  @IsInt() @Min(1) suspect!: number;
  @IsIn(SUSPECT_STATES) state!: SuspectState;
  @IsISO8601() occurredAt!: string;
  @Part(() => ActorFact) by!: ActorFact;
}
