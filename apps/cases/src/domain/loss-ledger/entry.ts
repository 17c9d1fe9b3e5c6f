/** The kinds of entry of a loss ledger (first cut). */
export type EntryKind =
  | 'LOSS_REPORTED'
  | 'LOSS_VERIFIED'
  | 'LOSS_ADJUSTED'
  | 'STOPPED'
  | 'STOP_ENDED'
  | 'FROZEN'
  | 'UNFROZEN'
  | 'SEIZED'
  | 'RELEASED'
  | 'RECOVERED'
  | 'RETURNED'
  | 'REVERSAL';

/** An entry of a ledger, as far as the rules look at it. Amounts in integer fen. */
export interface Entry {
  readonly id: string;
  readonly kind: EntryKind;
  readonly amountFen: number;
  /** Name of the asset or account that is held; defaults to the name of its category. */
  readonly holding?: string;
  /** The entry that a reversal negates. */
  readonly reverses?: string;
  readonly method?: string;
  readonly approvalRef?: string;
  readonly exceptionCode?: string;
  readonly note?: string;
  readonly by: { readonly accountId: string };
}

/** Where things are while they are under control. */
export type Category = 'stopped' | 'frozen' | 'seized' | 'in_hold';

/** Something under control: a category and a name within it. */
export interface Holding {
  readonly category: Category;
  readonly name: string;
}
