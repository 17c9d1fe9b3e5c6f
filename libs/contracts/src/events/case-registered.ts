import { IsIn, IsISO8601, IsOptional, IsString } from 'class-validator';
import { DomainEvent } from '../event.js';
import { Part } from '../fields.js';
import { ActorFact, UnitFact } from '../facts/parties.js';
import { INCIDENTS } from '../streams.js';
import { CASE_KINDS, type CaseKind } from '../vocabulary.js';

/** An officer opened a case for the incident; the number is the receipt. */
export class CaseRegistered extends DomainEvent {
  static override readonly type = 'case.registered.v1';
  static override readonly stream = INCIDENTS;
  static override readonly source = 'cases';
  static override readonly description = 'A case was registered with its receipt number (受案登记).';

  @IsString() incidentId!: string;
  @IsString() caseId!: string;
  @IsString() number!: string;
  @IsIn(CASE_KINDS) kind!: CaseKind;
  @IsISO8601() registeredAt!: string;
  @IsOptional() @Part(() => UnitFact) leadUnit?: UnitFact;
  /** Who opened it; absent on cases of the time when a dispatch did. */
  @IsOptional() @Part(() => ActorFact) by?: ActorFact;
}
