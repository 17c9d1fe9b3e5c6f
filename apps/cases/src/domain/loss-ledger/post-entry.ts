import { requireFen } from '#domain-kit';
import { Balances, draws, type LedgerSums } from './balances.js';
import type { Entry, EntryKind } from './entry.js';
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

type Field = 'holding' | 'reverses' | 'method' | 'approvalRef' | 'note';

/** What an entry of each kind must state. */
const NEEDS: Readonly<Record<EntryKind, readonly Field[]>> = {
  LOSS_REPORTED: [],
  LOSS_VERIFIED: ['method'],
  LOSS_ADJUSTED: ['note', 'approvalRef'],
  STOPPED: [],
  STOP_ENDED: [],
  FROZEN: ['approvalRef'],
  UNFROZEN: ['note'],
  SEIZED: [],
  RELEASED: [],
  RECOVERED: [],
  RETURNED: ['holding', 'approvalRef'],
  REVERSAL: ['reverses', 'note'],
};

/** Measures that the law allows only once the case is filed. */
const AFTER_FILING: ReadonlySet<EntryKind> = new Set(['FROZEN', 'SEIZED']);

/**
 * Judges one more entry of a ledger and answers the figures after it. Entries are never changed; nothing may be drawn
 * that is not there, one asset is held in one place at a time, no more is returned than was lost, and nobody reverses an
 * entry of their own or returns what they took in. Throws the refusals of this folder.
 */
export function postEntry(entries: readonly Entry[], entry: Entry, facts: { filed: boolean }): LedgerSums {
  requireAmount(entry);
  requireFields(entry);
  if (AFTER_FILING.has(entry.kind) && !facts.filed && entry.exceptionCode === undefined) {
    throw notFiledYet({ kind: entry.kind });
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

/** Amounts are positive; only an adjustment may go either way. */
function requireAmount({ kind, amountFen }: Entry): void {
  requireFen(kind === 'LOSS_ADJUSTED' ? Math.abs(amountFen) : amountFen);
}

function requireFields(entry: Entry): void {
  for (const field of NEEDS[entry.kind]) {
    if (entry[field] === undefined) throw entryIncomplete({ kind: entry.kind, field }, `/${field}`);
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
    if (draws(entry.kind)) throw holdingUnknown({ holding: entry.holding ?? entry.kind });
    return;
  }
  if (source.leftFen < entry.amountFen) throw holdingExceeded({ left: source.leftFen });
  if (entry.kind === 'RETURNED' && balances.makersOf(source).has(entry.by.accountId)) throw returnedByMaker();
}
