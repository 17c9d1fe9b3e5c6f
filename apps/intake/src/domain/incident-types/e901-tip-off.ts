import { ChoiceField, TextField } from './fields.js';
import { defineIncidentType } from './incident-type.js';

/** What a tip may add. */
export class TipDetails {
  @ChoiceField(
    '来源保护级别',
    'Protection of the source',
    {
      open: ['可公开', 'Open'],
      confidential: ['保密', 'Confidential'],
      anonymous: ['匿名', 'Anonymous'],
    },
    { advice: { zh: '您的身份不会告知企业。', en: 'The enterprise is not told who you are.' } },
  )
  protection?: string;
  @TextField('线索对象', 'Whom it is about', { max: 200 }) subject?: string;
  @TextField('线索依据', 'How it is known', { max: 300 }) basis?: string;
  @TextField('发生时间', 'When', { max: 100 }) period?: string;
}

/** 涉企违法犯罪线索. Restricted, so that nobody of the enterprise reads who reported. */
export const tipOff = defineIncidentType({
  code: 'E901',
  key: 'tip_off',
  name: { zh: '涉企违法犯罪线索', en: 'Tip-off' },
  kind: 'incident',
  group: 'services',
  apco: 'INFO',
  advice: {
    zh: '请勿自行调查取证，注意自身安全，我们会为您保密。',
    en: 'Do not investigate yourself, mind your safety; we keep you confidential.',
  },
  priority: 'P4',
  slaProfile: 'R4',
  restricted: true,
  plan: { version: 1, atOnce: ['AST'], inform: ['ECID', 'CID'] },
  details: TipDetails,
  ask: ['protection', 'subject', 'basis', 'period'],
  complete: ['protection', 'subject'],
  words: { 线索: 7, 举报: 7, 匿名: 6, 检举: 7, 反映: 1, 黑作坊: 4, 地下: 3, 违法: 2, 保密: 2 },
});
