import type { LedgerKind } from '#contracts';

/** An entry of a ledger, as far as the rules look at it. Amounts in integer fen. */
export interface Entry {
  readonly id: string;
  readonly kind: LedgerKind;
  readonly amountFen: number;
  /** What more was on the account than the loss it covers; noted, and told to no enterprise. */
  readonly notedFen?: number;
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
