import { NumberField, TextField, YesNoField } from './fields.js';
import { defineIncidentType } from './incident-type.js';

/** What a report of a fire may add. */
export class FireDetails {
  @TextField('被困人员', 'People trapped', {
    max: 200,
    advice: {
      zh: '请低姿捂口鼻撤离，不要返回取物。',
      en: 'Leave low with mouth and nose covered; do not go back for anything.',
    },
  })
  trapped?: string;
  @TextField('燃烧物', 'What burns', {
    max: 200,
    advice: { zh: '请说明有无油品、化学品、电池。', en: 'Say whether there is oil, chemicals or batteries.' },
  })
  materials?: string;
  @TextField('着火楼层或部位', 'Floor or part on fire', { max: 200 }) where?: string;
  @YesNoField('电源气源是否未关', 'Power or gas still on', {
    advice: { zh: '能安全操作时先关电、关气。', en: 'Shut off power and gas if that is safe.' },
  })
  gasOrPowerOn?: boolean;
  @NumberField('楼内人数', 'People inside') peopleInside?: number;
}

/** 火灾爆燃. Fire and rescue go at once, with the police that close roads for them. */
export const fire = defineIncidentType({
  code: 'E401',
  key: 'fire',
  name: { zh: '火灾爆燃', en: 'Fire or deflagration' },
  kind: 'incident',
  group: 'fire',
  apco: 'FUNK',
  advice: {
    zh: '请立即疏散到上风处并清点人数，关闭电源和气源，勿乘电梯、勿返回。',
    en: 'Evacuate upwind and count people, shut off power and gas, use no lift and do not go back.',
  },
  priority: 'P1',
  slaProfile: 'R1',
  plan: { version: 1, atOnce: ['PS', 'X119', 'TRF', 'SEC'], inform: ['X120', 'XEM'] },
  details: FireDetails,
  ask: ['trapped', 'where', 'materials', 'gasOrPowerOn', 'peopleInside'],
  complete: ['materials', 'where'],
  words: { 着火: 8, 起火: 8, 火灾: 8, 冒烟: 5, 爆燃: 7, 失火: 8, 烧起来: 7, 浓烟: 6, 火势: 6, 明火: 5, 烧着: 5 },
});
