import { defineNotice, ownMoney, yuan } from './notice.js';

/** Money of this enterprise was stopped or frozen. */
export const moneySecured = defineNotice({
  key: 'money_secured',
  version: 2,
  once: false,
  whenRestricted: true,
  on: {
    'loss.entry-posted.v1': ownMoney('money_secured'),
  },
  text: (f) => ({
    zh: `编号 ${f.number}：已对涉案账户${f.ledgerKind === 'FROZEN' ? '冻结' : '紧急止付（48小时）'}，其中涉及贵单位 ${yuan(f)} 元。止付、冻结不等于返还。`,
    en: `${f.number}: ${f.ledgerKind === 'FROZEN' ? 'an account was frozen' : 'payment from an account was stopped for 48 hours'}; it covers ${yuan(f)} yuan of your own loss, which is not returned by that.`,
  }),
});
