import { defineNotice, always, time } from './notice.js';

/** An administrative case was accepted (受案). */
export const caseAccepted = defineNotice({
  key: 'case_accepted',
  version: 1,
  once: false,
  whenRestricted: true,
  on: {
    'case.accepted.v1': always,
  },
  text: (f) => ({
    zh: `案件 ${f.caseNumber ?? ''}：已于${time(f.occurredAt, 'zh')}受案，作为行政案件办理。`,
    en: `Case ${f.caseNumber ?? ''}: accepted as an administrative case at ${time(f.occurredAt, 'en')}.`,
  }),
});
