import { IsIn, IsISO8601, IsOptional, IsString } from 'class-validator';
import { DomainEvent } from '../event.js';
import { Part } from '../fields.js';
import { CASE_KINDS, type CaseKind } from '../vocabulary.js';
import { ActorFact } from './parties.js';

/** What every move of a case says. */
export abstract class CaseFact extends DomainEvent {
  @IsString() incidentId!: string;
  @IsString() caseId!: string;
  @IsString() number!: string;
  @IsISO8601() occurredAt!: string;
  @Part(() => ActorFact) by!: ActorFact;
  /** Kind of the case: what people are told depends on it. */
  @IsOptional() @IsIn(CASE_KINDS) kind?: CaseKind;
  /** Why, in the officer's words (basis of a decision). */
  @IsOptional() @IsString() basis?: string;
}
