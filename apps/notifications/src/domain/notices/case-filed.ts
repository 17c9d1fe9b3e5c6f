import { defineNotice, always, time } from './notice.js';

/** The case was filed (立案). */
export const caseFiled = defineNotice({
  key: 'case_filed',
  version: 2,
  once: false,
  whenRestricted: true,
  on: {
    'case.filed.v1': always,
    'case.upgraded.v1': always,
  },
  text: (f) => ({
    zh: `案件 ${f.caseNumber ?? ''}：已于${time(f.occurredAt, 'zh')}决定立案。`,
    en: `Case ${f.caseNumber ?? ''}: filed for investigation at ${time(f.occurredAt, 'en')}.`,
  }),
});
