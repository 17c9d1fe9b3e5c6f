import { defineNotice, incident } from './notice.js';

/** The incident was called off. */
export const cancelled = defineNotice({
  key: 'cancelled',
  version: 2,
  once: false,
  whenRestricted: true,
  on: {
    'incident.cancelled.v1': incident(),
  },
  text: (f) => ({
    zh: `编号 ${f.number}：本起警情已撤销。如仍需帮助，请重新报警。`,
    en: `${f.number}: this incident was called off. Report again if you still need help.`,
  }),
});
