import { LEDGER_VOCABULARY, LossEntryPosted } from '#contracts';
import { formatYuan } from '#domain-kit';
import { changeCase } from '../case-change.js';
import { defineFileEvent, earliest, POLICE, text } from '../file-event.js';

/** The ledger got an entry: the figures after it, and when something first went back to the enterprise. */
export const lossEntryPosted = defineFileEvent({
  event: LossEntryPosted,
  apply: (file, { entry, figures }) =>
    changeCase(file, (one) => ({
      ...one,
      figures,
      ...(entry.kind === 'RETURNED' && { returnedAt: earliest(one.returnedAt, entry.occurredAt) }),
    })),
  at: ({ entry }) => entry.occurredAt,
  by: ({ entry }) => entry.by,
  text: ({ entry: { kind, amountFen } }) => {
    const { zh, en } = LEDGER_VOCABULARY[kind];
    return text(`${zh} ${formatYuan(amountFen)} 元`, `${en}: CNY ${formatYuan(amountFen)}`);
  },
  seenBy: POLICE,
});
