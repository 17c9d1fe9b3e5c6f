import { defineNotice, always, time } from './notice.js';

/** The refusal to file was withdrawn; what was told before is not so any more. */
export const caseRefusalOverturned = defineNotice({
  key: 'case_refusal_overturned',
  version: 1,
  once: false,
  whenRestricted: true,
  on: {
    'case.refusal-overturned.v1': always,
  },
  text: (f) => ({
    zh: `案件 ${f.caseNumber ?? ''}：已于${time(f.occurredAt, 'zh')}撤销原不予立案决定，重新审查，结果另行告知。`,
    en: `Case ${f.caseNumber ?? ''}: the refusal to file was withdrawn at ${time(f.occurredAt, 'en')}; the case is reviewed again and you will be told the result.`,
  }),
});
