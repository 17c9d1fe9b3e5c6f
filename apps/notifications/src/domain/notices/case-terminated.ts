import { always, defineNotice, time } from './notice.js';

/** The investigation of an administrative case was terminated. */
export const caseTerminated = defineNotice({
  key: 'case_terminated',
  version: 1,
  once: false,
  whenRestricted: true,
  on: {
    'case.terminated.v1': always,
  },
  text: (f) => ({
    zh: `案件 ${f.caseNumber ?? ''}：已于${time(f.occurredAt, 'zh')}决定终止调查，决定依法书面告知。`,
    en: `Case ${f.caseNumber ?? ''}: the investigation was terminated at ${time(f.occurredAt, 'en')}; the decision is told in writing.`,
  }),
});
