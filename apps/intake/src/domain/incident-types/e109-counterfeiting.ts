import { TextField, YesNoField } from './fields.js';
import { defineIncidentType } from './incident-type.js';
import { Quantity } from './shared.js';

/** What a report of counterfeiting may add. */
export class CounterfeitDetails {
  @YesNoField('货物是否即将转移', 'Goods about to be moved', {
    advice: { zh: '请只在远处观察，不要打草惊蛇。', en: 'Watch from afar only, and do not alert them.' },
  })
  aboutToMove?: boolean;
  @TextField('制售地点', 'Where it is made or sold', { max: 300 }) places?: string;
  @TextField('假冒商品', 'Counterfeit goods', { max: 200 }) goods?: string;
  @TextField('商标及注册号', 'Mark and registration number', { max: 200 }) mark?: string;
  @Quantity() quantity?: string;
}

/** 假冒注册商标/侵权制假. The APCO list knows counterfeit money only. */
export const counterfeiting = defineIncidentType({
  code: 'E109',
  key: 'counterfeiting',
  name: { zh: '假冒注册商标/侵权制假', en: 'Counterfeiting' },
  kind: 'incident',
  group: 'secrets',
  advice: {
    zh: '请勿自行查扣，保留样品、购买记录和照片。',
    en: 'Seize nothing yourself; keep a sample, the bill and pictures.',
  },
  priority: 'P3',
  slaProfile: 'RE',
  caseKind: 'economic',
  plan: { version: 1, atOnce: ['FDE', 'PS'], inform: ['XMSA', 'XIPO', 'XPROC'] },
  escalations: [
    {
      rule: 'goods-about-to-move',
      to: 'P2',
      reason: { zh: '假冒货物即将转移', en: 'The counterfeit goods are about to be moved' },
      when: ({ details }) => details.aboutToMove === true,
    },
  ],
  details: CounterfeitDetails,
  ask: ['aboutToMove', 'places', 'goods', 'mark', 'quantity'],
  complete: ['mark', 'goods', 'places'],
  words: { 假冒: 3, 商标: 6, 假货: 5, 山寨: 5, 仿冒: 6, 侵权: 4, 制假: 6, 售假: 6, 冒牌: 6, 贴牌: 3, 专利: 3 },
});
