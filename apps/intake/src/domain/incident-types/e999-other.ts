import { TextField } from './fields.js';
import { defineIncidentType } from './incident-type.js';

/** The words of the report are all there is at first; then, what it turned out to be. */
export class OtherDetails {
  @TextField('判明结果', 'What it turned out to be', { max: 200 }) turnedOut?: string;
}

/** 其他（待判明）. Nothing is asked: whoever handles it finds out which type it is, and it is not handled before. */
export const other = defineIncidentType({
  code: 'E999',
  key: 'other',
  name: { zh: '其他（待判明）', en: 'Other, to be found out' },
  kind: 'incident',
  group: 'services',
  apco: 'TROUBLE',
  advice: {
    zh: '请说清发生了什么、在哪里、是否有人危险，并保持电话畅通。',
    en: 'Say what happened, where, and whether anybody is in danger, and stay reachable.',
  },
  priority: 'P3',
  slaProfile: 'R3',
  plan: { version: 1, atOnce: ['PS'], inform: [] },
  details: OtherDetails,
  complete: ['turnedOut'],
});
