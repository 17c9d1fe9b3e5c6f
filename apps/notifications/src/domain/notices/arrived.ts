import { defineNotice, incident, time } from './notice.js';

/** Police are there; an ambulance or the town's people are not police. */
export const arrived = defineNotice({
  key: 'arrived',
  version: 2,
  once: true,
  whenRestricted: false,
  on: {
    'assignment.arrived.v1': incident(({ partner }) => partner !== true),
  },
  text: (f) => ({
    zh: `编号 ${f.number}：民警已于${time(f.occurredAt, 'zh')}到场。`,
    en: `${f.number}: police arrived at ${time(f.occurredAt, 'en')}.`,
  }),
});
