import { TextField } from './fields.js';
import { defineIncidentType } from './incident-type.js';
import { Amount } from './shared.js';

/** What a report of bribery may add. */
export class BriberyDetails {
  @TextField('双方关系', 'Relation of both sides', { max: 300 }) relation?: string;
  @TextField('起止时间', 'Period', { max: 100 }) period?: string;
  @Amount() amountFen?: number;
  @TextField('现有材料', 'Material at hand', {
    max: 300,
    advice: { zh: '请保存原件，不要转发。', en: 'Keep the originals and forward nothing.' },
  })
  evidence?: string;
}

/** 商业贿赂. The APCO list has nothing near. */
export const commercialBribery = defineIncidentType({
  code: 'E107',
  key: 'commercial_bribery',
  name: { zh: '商业贿赂', en: 'Commercial bribery' },
  kind: 'incident',
  group: 'property',
  advice: {
    zh: '请勿惊动当事人，保存合同、票据和往来记录。',
    en: 'Do not alert anybody; keep contracts, bills and messages.',
  },
  priority: 'P4',
  slaProfile: 'RE',
  caseKind: 'economic',
  restricted: true,
  plan: { version: 1, atOnce: ['ECID'], inform: ['LEG'] },
  details: BriberyDetails,
  ask: ['relation', 'period', 'amountFen', 'evidence'],
  complete: ['relation', 'period'],
  words: { 贿赂: 6, 回扣: 6, 行贿: 6, 受贿: 6, 好处费: 6, 采购: 2, 吃拿卡要: 4, 红包: 2 },
});
