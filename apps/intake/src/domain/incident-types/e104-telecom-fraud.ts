import { paymentsOf } from '#contracts';
import { DAY, HOUR } from '#domain-kit';
import { ChoiceField, FenField, InstantField, ListField, TextField } from './fields.js';
import { defineIncidentType, type TypeFacts } from './incident-type.js';

/** One transfer of money. Account numbers are personal data. */
export class Payment {
  @InstantField('转账时间', 'Time of transfer') transferredAt?: string;
  @FenField('金额（分）', 'Amount (fen)') amountFen?: number;
  @TextField('收款账户', 'Payee account', { max: 60 }) payeeAccount?: string;
  @TextField('收款银行', 'Payee bank', { max: 100 }) payeeBank?: string;
  @TextField('收款户名', 'Payee name', { max: 100 }) payeeName?: string;
  @TextField('付款账户', 'Payer account', { max: 60 }) payerAccount?: string;
  @TextField('付款银行', 'Payer bank', { max: 100 }) payerBank?: string;
  @TextField('凭证', 'Voucher', { max: 200 }) voucher?: string;
}

/** A transfer told by the flag, or by any payment, so by the latest: up to 24 hours before the report, an hour of clock error allowed. */
function transferIsRecent({ flags, details, receivedAt }: TypeFacts): boolean {
  if (flags.includes('transfer_within_24h')) return true;
  return paymentsOf(details).some(({ transferredAt = '' }) => {
    const age = receivedAt.getTime() - Date.parse(transferredAt);
    return age <= DAY && age >= -HOUR;
  });
}

/**
 * What a fraud report may add, what stops the money first. Reports before the list of payments told of one, in fields beside
 * each other.
 */
export class FraudDetails {
  @ListField('转账记录', 'Payments', Payment, {
    advice: {
      zh: '请立即停止转账，并告知每一笔的时间、金额和对方账号。',
      en: 'Stop all transfers; tell time, amount and account of each payment.',
    },
  })
  payments?: Payment[];
  @ChoiceField('诈骗渠道', 'Contact through', {
    phone: ['电话', 'Telephone'],
    sms: ['短信', 'Text message'],
    wechat: ['微信', 'WeChat'],
    qq: ['QQ', 'QQ'],
    email: ['邮件', 'Email'],
    app: ['应用软件', 'App'],
    other: ['其他', 'Other'],
  })
  contactChannel?: string;
  @TextField('对方号码或账号', 'Number or account that contacted you', {
    max: 200,
    advice: { zh: '不要再与对方联系，也不要删除记录。', en: 'Stop all contact, and delete nothing.' },
  })
  contact?: string;
  @InstantField('转账时间', 'Time of transfer', { former: true }) transferredAt?: string;
  @FenField('转账金额（分）', 'Amount transferred (fen)', { former: true }) amountFen?: number;
  @TextField('收款账户', 'Payee account', { max: 60, former: true }) payeeAccount?: string;
  @TextField('收款银行', 'Payee bank', { max: 100, former: true }) payeeBank?: string;
  @TextField('付款账户', 'Payer account', { max: 60, former: true }) payerAccount?: string;
  @TextField('凭证', 'Vouchers', { former: true }) vouchers?: string;
}

/** 电信网络诈骗（冒充老板/客户）. */
export const telecomFraud = defineIncidentType({
  code: 'E104',
  key: 'telecom_fraud',
  name: { zh: '电信网络诈骗（冒充老板/客户）', en: 'Telecom fraud (impersonating boss or customer)' },
  kind: 'incident',
  group: 'property',
  apco: 'FRAUD',
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
  ask: ['payments', 'contactChannel', 'contact'],
  complete: ['payments'],
  words: {
    诈骗: 3,
    冒充: 4,
    转账: 3,
    转了: 2,
    汇款: 2,
    老板: 1,
    骗: 2,
    微信: 1,
    QQ群: 3,
    网银: 2,
    汇出: 2,
    打款: 2,
    假冒客户: 3,
    邮箱: 1,
    对公账户: 1,
    被骗: 3,
    刷单: 4,
  },
});
