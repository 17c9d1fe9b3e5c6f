import type { LedgerEntryFact } from '#contracts';
import type { LedgerEntryRow } from '../outbound/database/cases.schema.js';

/** An entry as events carry it. */
export function entryFact(row: LedgerEntryRow): LedgerEntryFact {
  const { id, line, kind, amountFen, occurredAt, holding, reverses, note, by } = row;
  return {
    entryId: id,
    line,
    kind,
    amountFen,
    occurredAt: occurredAt.toISOString(),
    by,
    ...(holding !== undefined && { holding }),
    ...(reverses !== undefined && { reverses }),
    ...(note !== undefined && { note }),
  };
}

/** An entry as officers see it: also how it was established and approved. */
export interface LedgerEntryView extends LedgerEntryFact {
  recordedAt: string;
  method?: string;
  approvalRef?: string;
  exceptionCode?: string;
}

/** An entry for the people who keep the ledger. */
export function entryView(row: LedgerEntryRow): LedgerEntryView {
  const { recordedAt, method, approvalRef, exceptionCode } = row;
  return {
    ...entryFact(row),
    recordedAt: recordedAt.toISOString(),
    ...(method !== undefined && { method }),
    ...(approvalRef !== undefined && { approvalRef }),
    ...(exceptionCode !== undefined && { exceptionCode }),
  };
}
