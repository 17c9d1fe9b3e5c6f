import { defineNotice, ownMoney, yuan } from './notice.js';

/** Money of this enterprise was stopped or frozen. */
export const moneySecured = defineNotice({
  key: 'money_secured',
  version: 1,
  once: false,
  whenRestricted: true,
  on: {
    'loss.entry-posted.v1': ownMoney('money_secured'),
  },
  text: (f) => ({
    zh: `编号 ${f.number}：已对您的资金采取保护措施，涉及贵企业损失 ${yuan(f)} 元。`,
    en: `${f.number}: a measure was taken for your money; it covers ${yuan(f)} yuan of your own loss.`,
  }),
});
