import { defineRefusal, formatYuan } from '#domain-kit';
import { Balances } from './balances.js';
import type { Entry } from './entry.js';
import { LEDGER_RULES } from './kinds/index.js';

/** 404: the entry to reverse is not of this ledger. */
export const entryUnknown = defineRefusal({
  code: 'ledger.entry-not-found',
  kind: 'not-found',
  zh: '没有要冲正的分录',
  en: 'There is no such entry to reverse',
  pointer: '/reverses',
});

/** 409: an entry is reversed at most once, and a reversal never (rule I1). */
export const alreadyReversed = defineRefusal({
  code: 'ledger.already-reversed',
  kind: 'conflict',
  zh: '该分录已冲正，或本身就是冲正',
  en: 'The entry was reversed already, or is a reversal itself',
  pointer: '/reverses',
});

/** 403: whoever made an entry does not reverse it (rule I9). */
export const samePerson = defineRefusal({
  code: 'ledger.same-person',
  kind: 'forbidden',
  zh: '不能冲正本人登记的分录',
  en: 'An entry is reversed by another person than made it',
});

/** 422: a reversal takes back the whole entry. */
export const wholeEntryOnly = defineRefusal({
  code: 'ledger.whole-entry-only',
  kind: 'unprocessable',
  zh: '冲正金额应为原分录金额 {amount} 元',
  en: 'A reversal takes back the whole entry of {amount} yuan',
  pointer: '/amountFen',
});

/** 409: a later stop or freeze took over what the entry put under control; that one is reversed first. */
export const takenOver = defineRefusal({
  code: 'ledger.taken-over',
  kind: 'conflict',
  zh: '该分录已由后续止付或冻结承接，须先冲正后一笔',
  en: 'A later stop or freeze took this entry over; reverse that one first',
  pointer: '/reverses',
});

/** Checks that the entry named by a reversal may be taken back by who asks for it. Throws the refusals above. */
export function requireReversible(
  entries: readonly Entry[],
  { reverses, amountFen, by }: Entry,
  balances: Balances,
): void {
  const target = entries.find(({ id }) => id === reverses);
  if (!target) throw entryUnknown();
  if (target.kind === 'REVERSAL' || balances.isReversed(target.id)) throw alreadyReversed();
  if (isTakenOver(entries, target, balances)) throw takenOver();
  if (target.by.accountId === by.accountId) throw samePerson();
  if (Math.abs(target.amountFen) !== amountFen)
    throw wholeEntryOnly({ amount: formatYuan(Math.abs(target.amountFen)) });
}

/** Whether a later entry took over what this one put under control. */
function isTakenOver(entries: readonly Entry[], target: Entry, balances: Balances): boolean {
  const { putsInto } = LEDGER_RULES[target.kind];
  const later = entries.slice(entries.indexOf(target) + 1);
  return later.some(({ id, kind, holding }) => {
    const { takesOver, drawsFrom } = LEDGER_RULES[kind];
    const takes = takesOver && putsInto !== null && drawsFrom.includes(putsInto);
    return takes && holding === target.holding && !balances.isReversed(id);
  });
}
