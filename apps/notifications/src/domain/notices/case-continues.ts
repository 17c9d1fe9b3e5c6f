import { defineNotice, goesOnAsCase, incident, time } from './notice.js';

/** What had to be done on the scene is done, and the case goes on. */
export const caseContinues = defineNotice({
  key: 'case_continues',
  version: 1,
  once: false,
  whenRestricted: true,
  on: {
    'incident.closed.v1': incident(goesOnAsCase),
  },
  text: (f) => ({
    zh: `编号 ${f.number}：现场处置已于${time(f.occurredAt, 'zh')}结束，案件继续办理。`,
    en: `${f.number}: the work on the scene ended at ${time(f.occurredAt, 'en')}; the case goes on.`,
  }),
});
