import { defineNotice, ownMoney, yuan } from './notice.js';

/** A stop or freeze ended: it does not hold money of this enterprise any more. */
export const moneyReleased = defineNotice({
  key: 'money_released',
  version: 1,
  once: false,
  whenRestricted: true,
  on: {
    'loss.entry-posted.v1': ownMoney('money_released'),
  },
  text: (f) => ({
    zh: `编号 ${f.number}：${f.ledgerKind === 'UNFROZEN' ? '冻结已解除' : '紧急止付已到期或已解除'}，其中涉及贵单位 ${yuan(f)} 元。`,
    en: `${f.number}: ${f.ledgerKind === 'UNFROZEN' ? 'a freeze was lifted' : 'a stop of payment ran out or was lifted'}; it covered ${yuan(f)} yuan of your own loss.`,
  }),
});
