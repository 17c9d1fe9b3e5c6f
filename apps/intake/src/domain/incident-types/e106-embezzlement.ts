import { TextField } from './fields.js';
import { defineIncidentType } from './incident-type.js';
import { Amount } from './shared.js';

/** What a report of embezzlement may add: the post of whoever is suspected, never a name. */
export class EmbezzlementDetails {
  @TextField('涉嫌人员岗位（不填姓名）', 'Post of the suspect (no name)', {
    max: 100,
    advice: { zh: '只报岗位，不要报姓名。', en: 'Tell the post only, no name.' },
  })
  post?: string;
  @TextField('起止时间', 'Period', { max: 100 }) period?: string;
  @Amount() amountFen?: number;
  @TextField('金额依据', 'Basis of the amount', {
    max: 300,
    advice: {
      zh: '请保全账册和流水，先不要找当事人谈话。',
      en: 'Secure books and statements; do not talk to the person yet.',
    },
  })
  amountBasis?: string;
}

/** 职务侵占/挪用资金. */
export const embezzlement = defineIncidentType({
  code: 'E106',
  key: 'embezzlement',
  name: { zh: '职务侵占/挪用资金', en: 'Embezzlement' },
  kind: 'incident',
  group: 'property',
  apco: 'VICE',
  advice: {
    zh: '请勿惊动当事人，封存账册、凭证和审批记录。',
    en: 'Do not alert the person; seal books, vouchers and approvals.',
  },
  priority: 'P3',
  slaProfile: 'RE',
  caseKind: 'economic',
  restricted: true,
  plan: { version: 1, atOnce: ['ECID'], inform: ['LEG'] },
  details: EmbezzlementDetails,
  ask: ['post', 'amountFen', 'period', 'amountBasis'],
  complete: ['post', 'period', 'amountBasis'],
  words: { 职务侵占: 6, 挪用: 6, 侵占: 5, 出纳: 4, 会计: 3, 公款: 5, 财务: 1, 账目: 3, 私吞: 5, 截留: 4, 虚报: 2 },
});
