import { ChoiceField, NumberField, TextField } from './fields.js';
import { defineIncidentType } from './incident-type.js';
import { WishedAt } from './shared.js';

/** What a request for a talk may add. */
export class TrainingDetails {
  @ChoiceField('宣讲内容', 'Subject', {
    law: ['法律', 'Law'],
    fraud: ['反诈', 'Anti-fraud'],
    secrets: ['保密', 'Secrecy'],
    other: ['其他', 'Other'],
  })
  subject?: string;
  @NumberField('听众人数', 'Audience') audience?: number;
  @WishedAt() wishedAt?: string;
  @TextField('场地', 'Venue', { max: 200 }) venue?: string;
}

/** 法律/反诈宣讲. The APCO list has emergencies, not services. */
export const training = defineIncidentType({
  code: 'F09',
  key: 'training',
  name: { zh: '法律/反诈宣讲', en: 'Legal or anti-fraud talk' },
  kind: 'service',
  group: 'services',
  advice: { zh: '请说明人数、场地和希望的时间。', en: 'Say how many people, where and when.' },
  priority: 'P4',
  slaProfile: 'RS',
  plan: { version: 1, atOnce: ['LEG', 'AFC'], inform: [] },
  details: TrainingDetails,
  ask: ['subject', 'wishedAt', 'audience', 'venue'],
  complete: ['subject', 'wishedAt'],
  words: { 宣讲: 8, 培训: 6, 讲座: 8, 反诈宣传: 7, 普法: 7, 讲课: 6, 宣传: 4 },
});
