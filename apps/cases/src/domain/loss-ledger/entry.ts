import type { LedgerKind } from '#contracts';
import type { Texts } from '#domain-kit';

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

/** Where things are while they are under control, in words. */
export const CATEGORY_WORDS = {
  stopped: { zh: '止付款项', en: 'what was stopped' },
  frozen: { zh: '冻结款项', en: 'what is frozen' },
  seized: { zh: '扣押财物', en: 'what was seized' },
  in_hold: { zh: '追回在案财物', en: 'what was recovered' },
} as const satisfies Readonly<Record<string, Texts>>;
export type Category = keyof typeof CATEGORY_WORDS;

/** Whether a holding has no name of its own but that of its category. */
export const isCategory = (holding: string): holding is Category => Object.hasOwn(CATEGORY_WORDS, holding);

/** Something under control: a category and a name within it. */
export interface Holding {
  readonly category: Category;
  readonly name: string;
}
