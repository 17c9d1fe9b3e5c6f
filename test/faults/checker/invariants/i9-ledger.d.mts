/** I9: every ledger balances, counted anew from its entries, and the figures on events are the same. */
export declare function ledgersBalance(
  history: object,
  found: (kind: string, subject: string, detail: string) => void,
): { readonly ledgers: number; readonly entries: number };
