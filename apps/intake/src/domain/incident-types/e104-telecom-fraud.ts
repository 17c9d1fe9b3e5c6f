import { DAY, HOUR } from '#domain-kit';
import { ChoiceField, FenField, InstantField, TextField } from './fields.js';
import { defineIncidentType, type TypeFacts } from './incident-type.js';

/** What a fraud report may add, what stops the money first. Account numbers are personal data. */
export class FraudDetails {
  @InstantField('转账时间', 'Time of transfer') transferredAt?: string;
  @FenField('转账金额（分）', 'Amount transferred (fen)') amountFen?: number;
  @TextField('收款账户', 'Payee account', { max: 60 }) payeeAccount?: string;
  @TextField('收款银行', 'Payee bank', { max: 100 }) payeeBank?: string;
  @TextField('付款账户', 'Payer account', { max: 60 }) payerAccount?: string;
  @ChoiceField('诈骗渠道', 'Contact through', ['phone', 'sms', 'wechat', 'qq', 'email', 'app', 'other'])
  contactChannel?: string;
  @TextField('凭证', 'Vouchers') vouchers?: string;
}

/** A transfer told by the flag, or by its time: up to 24 hours before the report, an hour of clock error allowed. */
function transferIsRecent({ flags, details, receivedAt }: TypeFacts): boolean {
  if (flags.includes('transfer_within_24h')) return true;
  if (typeof details.transferredAt !== 'string') return false;
  const age = receivedAt.getTime() - Date.parse(details.transferredAt);
  return age <= DAY && age >= -HOUR;
}

/** 电信网络诈骗(冒充老板/客户). */
export const telecomFraud = defineIncidentType({
  code: 'E104',
  key: 'telecom_fraud',
  name: { zh: '电信网络诈骗（冒充老板/客户）', en: 'Telecom fraud (impersonating boss or customer)' },
  kind: 'incident',
  advice: {
    zh: '请勿再转账，保留聊天记录、转账凭证和对方账号。',
    en: 'Transfer nothing more; keep chats, vouchers and the account numbers.',
  },
  priority: 'P2',
  slaProfile: 'RF',
  caseKind: 'criminal',
  plan: { version: 1, atOnce: ['PS', 'AFC', 'CID', 'CYB'], inform: ['XBANK'] },
  escalations: [
    {
      rule: 'recent-transfer',
      to: 'P1',
      reason: {
        zh: '转账不足 24 小时，资金仍可能止付',
        en: 'Transferred within 24 hours: the money may still be stopped',
      },
      when: transferIsRecent,
    },
  ],
  details: FraudDetails,
  ask: ['transferredAt', 'amountFen', 'payeeAccount', 'payeeBank'],
});
