/** What a line of the ledger tells an enterprise. */
export const LEDGER_LINE_KINDS = ['reported', 'verified', 'adjusted', 'secured', 'secured_ended', 'returned'] as const;

/** One line of the ledger as its enterprise reads it; integer fen, time ISO. */
export interface LedgerLine {
  kind: (typeof LEDGER_LINE_KINDS)[number];
  amountFen: number;
  at: string;
}

/** A ledger entry, as far as this looks at it. */
export interface ToldEntry {
  readonly id: string;
  readonly kind: string;
  readonly amountFen: number;
  readonly occurredAt: Date;
  readonly reverses?: string;
}

/**
 * Which entries an enterprise is told, and as what: its loss, measures for its own money, and what came back. Seizures and
 * recoveries that still are evidence are not in the table, nor are holdings, approvals, methods, notes and people.
 */
const TOLD: Readonly<Record<string, LedgerLine['kind']>> = {
  LOSS_REPORTED: 'reported',
  LOSS_VERIFIED: 'verified',
  LOSS_ADJUSTED: 'adjusted',
  STOPPED: 'secured',
  FROZEN: 'secured',
  STOP_ENDED: 'secured_ended',
  UNFROZEN: 'secured_ended',
  RETURNED: 'returned',
};

/** The lines an enterprise may read, in the order of the ledger; what was reversed never was. */
export function toldLines(entries: readonly ToldEntry[]): LedgerLine[] {
  const reversed = new Set(entries.flatMap(({ reverses }) => reverses ?? []));
  return entries.flatMap(({ id, kind, amountFen, occurredAt }) => {
    const told = TOLD[kind];
    return told === undefined || reversed.has(id) ? [] : [{ kind: told, amountFen, at: occurredAt.toISOString() }];
  });
}
