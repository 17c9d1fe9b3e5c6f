import { IsOptional, IsString } from 'class-validator';
import { DomainEvent } from '../event.js';
import { Part } from '../fields.js';
import { LedgerEntryFact, LedgerFigures } from '../facts/ledger.js';
import { INCIDENTS } from '../streams.js';

/** An entry was added to the loss ledger of one case and one victim enterprise. */
export class LossEntryPosted extends DomainEvent {
  static override readonly type = 'loss.entry-posted.v1';
  static override readonly stream = INCIDENTS;
  static override readonly source = 'cases';
  static override readonly description = 'The loss ledger got an entry; the figures after it are included.';

  @IsString() incidentId!: string;
  @IsString() caseId!: string;
  @IsOptional() @IsString() enterpriseId?: string;
  @Part(() => LedgerEntryFact) entry!: LedgerEntryFact;
  @Part(() => LedgerFigures) figures!: LedgerFigures;
}
