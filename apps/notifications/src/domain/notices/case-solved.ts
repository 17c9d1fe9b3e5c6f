import { defineNotice, always, time } from './notice.js';

/** The case was solved (破案). */
export const caseSolved = defineNotice({
  key: 'case_solved',
  version: 2,
  once: false,
  whenRestricted: true,
  on: {
    'case.solved.v1': always,
  },
  text: (f) => ({
    zh: `案件 ${f.caseNumber ?? ''}：已于${time(f.occurredAt, 'zh')}破案。`,
    en: `Case ${f.caseNumber ?? ''}: solved at ${time(f.occurredAt, 'en')}.`,
  }),
});
