import { LEDGER_VOCABULARY } from '#contracts';
import { formatYuan, requireFen, type Texts } from '#domain-kit';
import { Balances } from './balances.js';
import { CATEGORY_WORDS, isCategory, type Entry } from './entry.js';
import { LEDGER_RULES } from './kinds/index.js';
import { NEEDED_WORDS, type LedgerSums } from './ledger-kind.js';
import {
  alreadyVerified,
  entryIncomplete,
  holdingElsewhere,
  holdingExceeded,
  holdingUnknown,
  lossCovered,
  lossExceeded,
  notFiledYet,
  returnedByMaker,
  stoppedOnly,
  stoppedTwice,
  wouldBeNegative,
} from './refusals.js';
import { requireReversible } from './reversing.js';

/**
 * Judges one more entry of a ledger and answers the figures after it. Entries are never changed; nothing may be drawn
 * that is not there, one asset is held in one place at a time, no more is returned than was lost, and nobody reverses an
 * entry of their own or returns what they took in. Throws the refusals of this folder.
 */
export function postEntry(entries: readonly Entry[], entry: Entry, facts: { filed: boolean }): LedgerSums {
  requireAmount(entry);
  requireFields(entry);
  if (LEDGER_RULES[entry.kind].afterFiling && !facts.filed && entry.exceptionCode === undefined) {
    throw notFiledYet({ kind: LEDGER_VOCABULARY[entry.kind] });
  }
  const balances = new Balances(entries);
  if (entry.kind === 'REVERSAL') requireReversible(entries, entry, balances);
  requireSource(entry, balances);
  requireFirst(entries, entry, balances);
  balances.add(entry);
  if (balances.impossible) throw wouldBeNegative();
  if (balances.split) throw holdingElsewhere({ holding: nameOf(entry) });
  const { sums } = balances;
  if (sums.outstandingFen < 0) throw lossExceeded();
  return sums;
}

/**
 * The entry with what it covers: a stop or a freeze counts at most up to what the victim misses and nothing holds yet; the
 * rest of the account is noted. Throws `ledger.loss-covered` where nothing is left to cover.
 */
export function covering<One extends Entry>(entries: readonly Entry[], entry: One): One {
  const { coversLoss, takesOver } = LEDGER_RULES[entry.kind];
  if (!coversLoss) return entry;
  const balances = new Balances(entries);
  const { outstandingFen, heldFen } = balances.sums;
  const taken = takesOver ? (balances.source(entry)?.leftFen ?? 0) : 0;
  const open = outstandingFen - (heldFen - taken);
  if (open <= 0) throw lossCovered();
  const amountFen = Math.min(entry.amountFen, open);
  return amountFen === entry.amountFen ? entry : { ...entry, amountFen, notedFen: entry.amountFen - amountFen };
}

/** What is held, in words: its own name, that of where it is held, or what was to be done. */
function nameOf({ kind, holding }: Pick<Entry, 'kind' | 'holding'>): string | Texts {
  if (holding === undefined) return LEDGER_VOCABULARY[kind];
  return isCategory(holding) ? CATEGORY_WORDS[holding] : holding;
}

/** What entries add up to. */
export const sumsOf = (entries: readonly Entry[]): LedgerSums => new Balances(entries).sums;

/** Amounts are positive, but for the kinds that may go either way. */
function requireAmount({ kind, amountFen }: Entry): void {
  requireFen(LEDGER_RULES[kind].eitherWay ? Math.abs(amountFen) : amountFen);
}

function requireFields(entry: Entry): void {
  for (const field of LEDGER_RULES[entry.kind].needs) {
    if (entry[field] !== undefined) continue;
    throw entryIncomplete({ kind: LEDGER_VOCABULARY[entry.kind], field: NEEDED_WORDS[field] }, `/${field}`);
  }
}

/** Why there is nothing to draw from: what was only stopped cannot be returned or recovered, it is frozen first. */
function nothingToDraw({ kind, holding }: Entry, balances: Balances): Error {
  const stopped = balances.source({ kind: 'STOP_ENDED', holding });
  return stopped && kind === 'RETURNED' ? stoppedOnly() : holdingUnknown({ holding: nameOf({ kind, holding }) });
}

/** What is once per thing, and how often an account is stopped. Reversed entries do not count. */
function requireFirst(entries: readonly Entry[], { kind, holding }: Entry, balances: Balances): void {
  const { once, mostTimes } = LEDGER_RULES[kind];
  const before = entries.filter((one) => one.kind === kind && !balances.isReversed(one.id));
  const whole = (one: Pick<Entry, 'holding'>): boolean => one.holding === undefined;
  if (once && before.some((one) => whole(one) || holding === undefined || one.holding === holding)) {
    throw alreadyVerified();
  }
  if (mostTimes !== null && before.filter((one) => one.holding === holding).length >= mostTimes) {
    throw stoppedTwice({ holding: nameOf({ kind, holding }) });
  }
}

function requireSource(entry: Entry, balances: Balances): void {
  const source = balances.source(entry);
  if (!source) {
    if (LEDGER_RULES[entry.kind].mustDraw) throw nothingToDraw(entry, balances);
    return;
  }
  if (source.leftFen < entry.amountFen && !LEDGER_RULES[entry.kind].takesOver)
    throw holdingExceeded({ left: formatYuan(source.leftFen) });
  if (entry.kind === 'RETURNED' && balances.makersOf(source).has(entry.by.accountId)) throw returnedByMaker();
}
