import { caseOf, defineNotice, time } from './notice.js';

/** The criminal case was not filed, and what can be done about it (程序规定 art. 178, 179). */
export const caseNotFiled = defineNotice({
  key: 'case_not_filed',
  version: 2,
  once: false,
  whenRestricted: true,
  on: {
    'case.not-filed.v1': caseOf('criminal', 'economic'),
  },
  text: (f) => ({
    zh: `案件 ${f.caseNumber ?? ''}：已于${time(f.occurredAt, 'zh')}决定不予立案，通知书将在三日内送达。不服的，可在收到通知书后七日内申请复议。`,
    en: `Case ${f.caseNumber ?? ''}: not filed, decided at ${time(f.occurredAt, 'en')}. The written notice follows within three days; you may ask for reconsideration within seven days of receiving it.`,
  }),
});
