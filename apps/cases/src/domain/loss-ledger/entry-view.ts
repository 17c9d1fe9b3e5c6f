import { LedgerEntryFact, type ActorFact, type LedgerFigures, type LedgerKind } from '#contracts';
import type { Entry } from './entry.js';

/** An entry as it stands in a ledger. */
export interface PostedEntry extends Entry {
  /** Counts the entries of the case from 1. */
  readonly line: number;
  readonly occurredAt: Date;
  /** When it ends by itself. */
  readonly expiresAt?: Date;
  /** Kind of the entry that this one takes back. */
  readonly reversedKind?: LedgerKind;
  /** Who approved it, where somebody had to. */
  readonly approvedBy?: ActorFact;
  readonly recordedAt: Date;
  readonly by: ActorFact;
}

/** An entry of the loss ledger as officers see it: also how it was established and approved. */
export class LedgerEntryView extends LedgerEntryFact {
  recordedAt!: string;
  method?: string;
  approvalRef?: string;
  exceptionCode?: string;
  /** More on the account than the loss that is covered; integer fen. */
  notedFen?: number;
  approvedBy?: ActorFact;
}

/** The loss ledger: what it adds up to, and its entries in order. */
export class LedgerView {
  figures!: LedgerFigures;
  entries!: LedgerEntryView[];
}

/** An entry as events carry it. */
export function entryFact(entry: PostedEntry): LedgerEntryFact {
  const { id, line, kind, amountFen, occurredAt, holding, reverses, reversedKind, expiresAt, note, by } = entry;
  return {
    entryId: id,
    line,
    kind,
    amountFen,
    occurredAt: occurredAt.toISOString(),
    by,
    ...(holding !== undefined && { holding }),
    ...(reverses !== undefined && { reverses }),
    ...(reversedKind !== undefined && { reversedKind }),
    ...(expiresAt && { expiresAt: expiresAt.toISOString() }),
    ...(note !== undefined && { note }),
  };
}

/** An entry for the people who keep the ledger. */
export function entryView(entry: PostedEntry): LedgerEntryView {
  const { recordedAt, method, approvalRef, exceptionCode, notedFen, approvedBy } = entry;
  return {
    ...entryFact(entry),
    recordedAt: recordedAt.toISOString(),
    ...(method !== undefined && { method }),
    ...(approvalRef !== undefined && { approvalRef }),
    ...(exceptionCode !== undefined && { exceptionCode }),
    ...(notedFen !== undefined && { notedFen }),
    ...(approvedBy && { approvedBy }),
  };
}
