import { ChoiceField, TextField } from './fields.js';
import { defineIncidentType } from './incident-type.js';

/** What a report of harassment may add. */
export class HarassmentDetails {
  @TextField('滋扰人员特征', 'Who they are', {
    max: 200,
    advice: { zh: '请保持距离，远处拍摄即可。', en: 'Keep your distance; pictures from afar are enough.' },
  })
  who?: string;
  @ChoiceField('发生频次', 'How often', {
    once: ['首次', 'Once'],
    sometimes: ['偶尔', 'Sometimes'],
    weekly: ['每周', 'Every week'],
    daily: ['每天', 'Every day'],
  })
  frequency?: string;
  @TextField('滋扰方式', 'What they do', { max: 300 }) how?: string;
}

/** 寻衅滋事/周边滋扰. */
export const harassment = defineIncidentType({
  code: 'E204',
  key: 'harassment',
  name: { zh: '寻衅滋事/周边滋扰', en: 'Harassment around the premises' },
  kind: 'incident',
  group: 'disorder',
  apco: 'HARR',
  advice: {
    zh: '请勿与对方争执，记录时间、人员和车牌，留存监控。',
    en: 'Do not argue; note times, people and number plates, and keep recordings.',
  },
  priority: 'P3',
  slaProfile: 'R3',
  caseKind: 'administrative',
  plan: { version: 1, atOnce: ['PS', 'SEC'], inform: [] },
  details: HarassmentDetails,
  ask: ['how', 'who', 'frequency'],
  complete: ['frequency', 'how'],
  words: {
    滋扰: 6,
    骚扰: 5,
    寻衅: 6,
    闹事: 4,
    醉酒: 4,
    起哄: 4,
    辱骂: 4,
    泼: 2,
    周边: 1,
    混混: 4,
    天天来: 3,
    飙车: 3,
    酒后: 3,
    骂: 2,
  },
});
