import { caseOf, defineNotice, time } from './notice.js';

/** The administrative case is not proceeded with, and what can be done about it. */
export const adminCaseNotAccepted = defineNotice({
  key: 'admin_case_not_accepted',
  version: 1,
  once: false,
  whenRestricted: true,
  on: {
    'case.not-filed.v1': caseOf('administrative'),
  },
  text: (f) => ({
    zh: `案件 ${f.caseNumber ?? ''}：已于${time(f.occurredAt, 'zh')}决定不予处理，决定将书面送达。不服的，可自收到之日起六十日内申请行政复议。`,
    en: `Case ${f.caseNumber ?? ''}: not proceeded with, decided at ${time(f.occurredAt, 'en')}. The decision follows in writing; you may apply for administrative reconsideration within sixty days of receiving it.`,
  }),
});
