import { LEDGER_RULES } from '../loss-ledger/kinds/index.js';
import type { Entry } from '../loss-ledger/entry.js';
import type { LedgerLineKind } from '../loss-ledger/ledger-kind.js';

/** One line of the ledger as its enterprise reads it; integer fen, time ISO. */
export class EnterpriseLedgerLine {
  /** `secured`: money stopped or frozen for the enterprise; `secured_ended`: no longer. */
  kind!: LedgerLineKind;
  /** Integer fen; negative for an adjustment downwards. */
  amountFen!: number;
  at!: string;
}

/** A ledger entry, as far as this looks at it. */
export type ToldEntry = Pick<Entry, 'id' | 'kind' | 'amountFen' | 'reverses'> & { readonly occurredAt: Date };

/**
 * The lines an enterprise may read, in the order of the ledger: its loss, measures for its own money, and what came back,
 * never holdings, approvals, methods, notes and people. What was reversed never was.
 */
export function toldLines(entries: readonly ToldEntry[]): EnterpriseLedgerLine[] {
  const reversed = new Set(entries.flatMap(({ reverses }) => reverses ?? []));
  return entries.flatMap(({ id, kind, amountFen, occurredAt }) => {
    const { toldAs } = LEDGER_RULES[kind];
    return toldAs === null || reversed.has(id) ? [] : [{ kind: toldAs, amountFen, at: occurredAt.toISOString() }];
  });
}
