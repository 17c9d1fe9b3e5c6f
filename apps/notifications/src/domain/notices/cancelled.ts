import { defineNotice, always } from './notice.js';

/** The incident was called off. */
export const cancelled = defineNotice({
  key: 'cancelled',
  version: 1,
  once: false,
  whenRestricted: true,
  on: {
    'incident.cancelled.v1': always,
  },
  text: (f) => ({
    zh: `编号 ${f.number}：本次警情已撤销。如仍需帮助请重新报告。`,
    en: `${f.number}: this incident was called off. Report again if you still need help.`,
  }),
});
