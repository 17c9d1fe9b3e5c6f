import { InstantField, TextField } from './fields.js';
import { defineIncidentType } from './incident-type.js';
import { Quantity, Substance } from './shared.js';

/** What a report of such a loss may add. */
export class HazmatLossDetails {
  @Substance() substance?: string;
  @Quantity() quantity?: string;
  @InstantField('最后盘点时间', 'Last counted') lastCountedAt?: string;
  @TextField('台账页码', 'Page of the register', {
    max: 100,
    advice: { zh: '请封存台账，不要补记。', en: 'Seal the register and enter nothing more.' },
  })
  registerPage?: string;
  @TextField('库房及双人双锁情况', 'Store, keys and locks', { max: 300 }) store?: string;
}

/** 危爆/剧毒/易制毒易制爆丢失被盗. The APCO list knows lost and stolen property, not that it is dangerous. */
export const hazmatLoss = defineIncidentType({
  code: 'E205',
  key: 'hazmat_loss',
  name: { zh: '危爆/剧毒/易制毒易制爆丢失被盗', en: 'Loss or theft of explosives, poisons or precursors' },
  kind: 'incident',
  group: 'fire',
  advice: {
    zh: '请立即封存库房和台账，停止出入库，清点人员勿触碰剩余物品。',
    en: 'Seal store and register, stop all movement of stock, and touch nothing that is left.',
  },
  priority: 'P1',
  slaProfile: 'R1',
  caseKind: 'administrative',
  plan: { version: 1, atOnce: ['SEC', 'PS', 'CID', 'ISEC'], inform: ['NAR', 'XEM'] },
  details: HazmatLossDetails,
  ask: ['substance', 'quantity', 'lastCountedAt', 'store', 'registerPage'],
  complete: ['substance', 'quantity', 'registerPage'],
  words: {
    雷管: 8,
    炸药: 6,
    剧毒: 6,
    易制毒: 8,
    易制爆: 8,
    硝酸铵: 7,
    氰化: 7,
    危爆: 8,
    少了: 2,
    丢失: 3,
    台账: 4,
    化学品: 2,
    高锰酸钾: 6,
    硫酸: 3,
  },
});
