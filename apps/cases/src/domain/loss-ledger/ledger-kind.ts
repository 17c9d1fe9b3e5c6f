import type { LedgerFigures, LedgerKind } from '#contracts';
import type { Texts } from '#domain-kit';
import type { Category, Entry } from './entry.js';

/** What a line of the ledger tells an enterprise. */
export const LEDGER_LINE_KINDS = [
  'reported',
  'verified',
  'adjusted',
  'secured',
  'secured_ended',
  'returned',
  'compensated',
] as const;
/** One of {@link LEDGER_LINE_KINDS}. */
export type LedgerLineKind = (typeof LEDGER_LINE_KINDS)[number];

/** A sum of the ledger that entries add to. */
export type Counter = 'reported' | 'verified' | 'recovered' | 'returned' | 'compensated';

/** What one kind of entry does, and what it takes to post it. Its word and its notice are in the vocabulary. */
export interface LedgerKindRule<Kind extends LedgerKind = LedgerKind> {
  readonly kind: Kind;
  /** Out of which categories it draws, in the order in which its holding is looked for. */
  readonly drawsFrom: readonly Category[];
  /** Whether there must be something to draw from; else what is not held already comes from outside. */
  readonly mustDraw: boolean;
  /** Into which category it puts something. */
  readonly putsInto: Category | null;
  /** Which sum it adds to. */
  readonly countsAs: Counter | null;
  /** What it draws from it takes over as a whole, whatever its own amount. */
  readonly takesOver: boolean;
  /** Whether its amount may be negative. */
  readonly eitherWay: boolean;
  /** What an entry must state. */
  readonly needs: readonly Needed[];
  /** The law allows it only once the case is filed, or with an exception code. */
  readonly afterFiling: boolean;
  /** Once per thing: the same again is an adjustment. */
  readonly once: boolean;
  /** It counts at most up to what the victim still misses; more on the account is noted, never told. */
  readonly coversLoss: boolean;
  /** Hours after which it ends by itself. */
  readonly lastsHours: number | null;
  /** How often at most per account. */
  readonly mostTimes: number | null;
  /** As what the enterprise reads it; `null`: evidence, which it does not read. */
  readonly toldAs: LedgerLineKind | null;
}

/** Fields that a kind may need. */
export type Needed = keyof Pick<Entry, 'holding' | 'reverses' | 'method' | 'approvalRef' | 'note'>;

/** What people call them in a sentence. */
export const NEEDED_WORDS: Readonly<Record<Needed, Texts>> = {
  holding: { zh: '账户或财物名称', en: 'the name of the account or thing' },
  reverses: { zh: '要冲正的分录', en: 'the entry that it reverses' },
  method: { zh: '依据（发票、价格认定、审计、鉴定）', en: 'its basis (invoice, appraisal, audit, expertise)' },
  approvalRef: { zh: '批准文号', en: 'the reference of the approval' },
  note: { zh: '说明', en: 'a note' },
};

/** Declares a kind of entry. Every decision is stated: there are no defaults that could be forgotten. */
export const defineLedgerKind = <Kind extends LedgerKind>(rule: LedgerKindRule<Kind>): LedgerKindRule<Kind> => rule;

/** What the ledger adds up to. */
export type LedgerSums = Readonly<LedgerFigures>;
