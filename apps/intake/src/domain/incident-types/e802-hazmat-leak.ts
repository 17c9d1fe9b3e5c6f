import { ChoiceField, NumberField, YesNoField } from './fields.js';
import { defineIncidentType } from './incident-type.js';
import { Quantity, Substance } from './shared.js';

/** What a report of a leak may add. */
export class HazmatLeakDetails {
  @Substance() substance?: string;
  @ChoiceField(
    '风向',
    'Wind from',
    {
      north: ['北', 'North'],
      east: ['东', 'East'],
      south: ['南', 'South'],
      west: ['西', 'West'],
      calm: ['无风', 'Calm'],
      unknown: ['不清楚', 'Unknown'],
    },
    { advice: { zh: '请向上风方向撤离。', en: 'Leave upwind.' } },
  )
  wind?: string;
  @NumberField('影响半径（米）', 'Radius affected (m)') radiusM?: number;
  @Quantity() quantity?: string;
  @YesNoField('是否已止漏', 'Leak stopped', {
    advice: { zh: '未佩戴防护不要靠近关阀。', en: 'Do not go near the valve without protection.' },
  })
  stopped?: boolean;
}

/** 危化品泄漏. */
export const hazmatLeak = defineIncidentType({
  code: 'E802',
  key: 'hazmat_leak',
  name: { zh: '危化品泄漏', en: 'Leak of a dangerous substance' },
  kind: 'incident',
  group: 'fire',
  apco: 'HAZMAT',
  advice: {
    zh: '请向上风处疏散，禁止明火和开关电器，未佩戴防护勿靠近。',
    en: 'Evacuate upwind, no open fire and no switches, and do not go near without protection.',
  },
  priority: 'P1',
  slaProfile: 'R1',
  plan: { version: 1, atOnce: ['PS', 'SEC', 'TRF', 'PAT'], inform: ['XEM', 'X119', 'X120'] },
  details: HazmatLeakDetails,
  ask: ['substance', 'wind', 'radiusM', 'stopped', 'quantity'],
  complete: ['substance', 'quantity'],
  words: {
    泄漏: 7,
    泄露气体: 6,
    氯气: 8,
    氨气: 8,
    液氨: 8,
    刺鼻: 5,
    漏油: 5,
    槽罐: 5,
    管道: 2,
    危化品: 4,
    阀门: 4,
    漏了: 4,
    气体: 3,
    盐酸: 5,
    储罐: 4,
  },
});
