import { always, defineNotice, time } from './notice.js';

/** The agreement that the enterprise was told of was not kept. */
export const caseMediationFailed = defineNotice({
  key: 'case_mediation_failed',
  version: 1,
  once: false,
  whenRestricted: true,
  on: {
    'case.mediation-failed.v1': always,
  },
  text: (f) => ({
    zh: `案件 ${f.caseNumber ?? ''}：调解协议未履行，公安机关已于${time(f.occurredAt, 'zh')}恢复办理。`,
    en: `Case ${f.caseNumber ?? ''}: the agreement was not kept; police took the case up again at ${time(f.occurredAt, 'en')}.`,
  }),
});
