import { always, defineNotice, time } from './notice.js';

/** An administrative case was concluded. */
export const caseConcluded = defineNotice({
  key: 'case_concluded',
  version: 1,
  once: false,
  whenRestricted: true,
  on: {
    'case.concluded.v1': always,
  },
  text: (f) => ({
    zh: `案件 ${f.caseNumber ?? ''}：已于${time(f.occurredAt, 'zh')}办结。`,
    en: `Case ${f.caseNumber ?? ''}: concluded at ${time(f.occurredAt, 'en')}.`,
  }),
});
