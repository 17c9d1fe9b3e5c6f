import { TextField, YesNoField } from './fields.js';
import { defineIncidentType } from './incident-type.js';
import { Cargo, Vehicles } from './shared.js';

/** What a report of an accident may add. */
export class AccidentDetails {
  @Vehicles() vehicles?: number;
  @Cargo() cargo?: string;
  @YesNoField('是否有人被困', 'Anybody trapped', {
    advice: { zh: '请关闭车辆电源，不要强行拉人。', en: 'Switch off the ignition; do not pull anybody out.' },
  })
  trapped?: boolean;
  @YesNoField('货物是否泄漏', 'Cargo is leaking', {
    advice: { zh: '请站到上风处，远离火源。', en: 'Stay upwind and away from fire.' },
  })
  cargoLeaks?: boolean;
  @TextField('车牌号', 'Number plates', { max: 100 }) plates?: string;
}

/** 涉企交通事故. */
export const trafficAccident = defineIncidentType({
  code: 'E301',
  key: 'traffic_accident',
  name: { zh: '涉企交通事故', en: 'Traffic accident of an enterprise' },
  kind: 'incident',
  group: 'traffic',
  apco: 'MVAUNK',
  advice: {
    zh: '请开双闪、放警示牌、人员撤到护栏外，勿移动伤者。',
    en: 'Switch on the hazard lights, set the triangle, get everybody behind the barrier, and move no injured.',
  },
  priority: 'P3',
  slaProfile: 'R3',
  caseKind: 'administrative',
  plan: { version: 1, atOnce: ['TRF', 'PS'], inform: ['X120'] },
  escalations: [
    {
      rule: 'injury-or-hazmat',
      to: 'P1',
      reason: { zh: '有人受伤或危险货物', en: 'Somebody is injured, or the cargo is dangerous' },
      when: ({ flags, injured }) => injured > 0 || flags.includes('hazmat_release'),
    },
  ],
  details: AccidentDetails,
  ask: ['trapped', 'cargoLeaks', 'vehicles', 'cargo', 'plates'],
  complete: ['vehicles', 'plates'],
  words: { 交通事故: 7, 车祸: 7, 追尾: 6, 相撞: 5, 撞了: 4, 货车: 3, 叉车: 1, 翻车: 6, 撞: 2, 班车: 3, 侧翻: 5 },
});
