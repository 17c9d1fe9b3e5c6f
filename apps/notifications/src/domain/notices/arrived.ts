import { defineNotice, always, time } from './notice.js';

/** Police are there. */
export const arrived = defineNotice({
  key: 'arrived',
  version: 1,
  once: true,
  whenRestricted: false,
  on: {
    'assignment.arrived.v1': always,
  },
  text: (f) => ({
    zh: `编号 ${f.number}：民警已于 ${time(f.occurredAt)} 到场。`,
    en: `${f.number}: police arrived at ${time(f.occurredAt)}.`,
  }),
});
