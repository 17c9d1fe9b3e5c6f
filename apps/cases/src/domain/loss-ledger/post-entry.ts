import { LEDGER_VOCABULARY } from '#contracts';
import { requireFen } from '#domain-kit';
import { Balances } from './balances.js';
import type { Entry } from './entry.js';
import { LEDGER_RULES } from './kinds/index.js';
import type { LedgerSums } from './ledger-kind.js';
import {
  alreadyReversed,
  entryIncomplete,
  entryUnknown,
  holdingElsewhere,
  holdingExceeded,
  holdingUnknown,
  lossExceeded,
  notFiledYet,
  returnedByMaker,
  samePerson,
  wholeEntryOnly,
  wouldBeNegative,
} from './refusals.js';

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
  balances.add(entry);
  if (balances.impossible) throw wouldBeNegative();
  if (balances.split) throw holdingElsewhere({ holding: entry.holding ?? entry.kind });
  const { sums } = balances;
  if (sums.outstandingFen < 0) throw lossExceeded();
  return sums;
}

/** What entries add up to. */
export const sumsOf = (entries: readonly Entry[]): LedgerSums => new Balances(entries).sums;

/** Amounts are positive, but for the kinds that may go either way. */
function requireAmount({ kind, amountFen }: Entry): void {
  requireFen(LEDGER_RULES[kind].eitherWay ? Math.abs(amountFen) : amountFen);
}

function requireFields(entry: Entry): void {
  for (const field of LEDGER_RULES[entry.kind].needs) {
    if (entry[field] === undefined) throw entryIncomplete({ kind: LEDGER_VOCABULARY[entry.kind], field }, `/${field}`);
  }
}

function requireReversible(entries: readonly Entry[], { reverses, amountFen, by }: Entry, balances: Balances): void {
  const target = entries.find(({ id }) => id === reverses);
  if (!target) throw entryUnknown();
  if (target.kind === 'REVERSAL' || balances.isReversed(target.id)) throw alreadyReversed();
  if (target.by.accountId === by.accountId) throw samePerson();
  if (Math.abs(target.amountFen) !== amountFen) throw wholeEntryOnly({ amount: Math.abs(target.amountFen) });
}

function requireSource(entry: Entry, balances: Balances): void {
  const source = balances.source(entry);
  if (!source) {
    if (LEDGER_RULES[entry.kind].mustDraw) throw holdingUnknown({ holding: entry.holding ?? entry.kind });
    return;
  }
  if (source.leftFen < entry.amountFen) throw holdingExceeded({ left: source.leftFen });
  if (entry.kind === 'RETURNED' && balances.makersOf(source).has(entry.by.accountId)) throw returnedByMaker();
}
