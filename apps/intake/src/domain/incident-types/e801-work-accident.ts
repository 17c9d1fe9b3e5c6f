import { NumberField, TextField, YesNoField } from './fields.js';
import { defineIncidentType } from './incident-type.js';

/** What a report of an accident at work may add. The number of injured is a common field. */
export class WorkAccidentDetails {
  @NumberField('被困人数', 'People trapped', { advice: { zh: '不要盲目进入施救。', en: 'Do not rush in to help.' } })
  trapped?: number;
  @NumberField('死亡人数', 'Dead') dead?: number;
  @TextField('危险源', 'Source of the danger', {
    max: 200,
    advice: { zh: '请立即停机、断电、断料。', en: 'Stop machines, power and feed at once.' },
  })
  hazardSource?: string;
  @YesNoField('危险是否仍在', 'Danger still on') dangerStillOn?: boolean;
  @TextField('具体部位', 'Exact spot', { max: 200 }) where?: string;
}

/** 生产安全事故. */
export const workAccident = defineIncidentType({
  code: 'E801',
  key: 'work_accident',
  name: { zh: '生产安全事故', en: 'Accident at work' },
  kind: 'incident',
  group: 'fire',
  apco: 'ACCIND',
  advice: {
    zh: '请立即停机断电，勿盲目施救，受限空间未通风检测勿进入，安排人员到路口接应。',
    en: 'Stop machines and power, do not rush in, enter no confined space before it is aired and measured, and have somebody meet the units.',
  },
  priority: 'P1',
  slaProfile: 'R1',
  plan: { version: 1, atOnce: ['PS', 'SEC', 'TRF', 'ISEC'], inform: ['XEM', 'X119', 'X120'] },
  details: WorkAccidentDetails,
  ask: ['trapped', 'dangerStillOn', 'hazardSource', 'where', 'dead'],
  complete: ['hazardSource', 'where', 'dead'],
  words: {
    坍塌: 7,
    坠落: 7,
    触电: 7,
    机械伤害: 7,
    卷入: 7,
    工伤: 5,
    被压: 6,
    掉下来: 5,
    脚手架: 6,
    中毒: 3,
    窒息: 6,
    事故: 2,
    压住: 6,
    吊车: 3,
    行车: 2,
    高处: 5,
  },
});
