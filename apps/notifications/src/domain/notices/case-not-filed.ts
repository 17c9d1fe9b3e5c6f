import { defineNotice, always, time } from './notice.js';

/** The case was not filed, and what can be done about it. */
export const caseNotFiled = defineNotice({
  key: 'case_not_filed',
  version: 2,
  once: false,
  whenRestricted: true,
  on: {
    'case.not-filed.v1': always,
  },
  text: (f) => ({
    zh: `案件 ${f.caseNumber ?? ''}：${f.caseKind === 'administrative' ? `已于 ${time(f.occurredAt)} 决定不予处理，文书将另行送达；不服可依法申请行政复议。` : `已于 ${time(f.occurredAt)} 决定不予立案，通知书将在三日内送达；不服可在收到后七日内申请复议。`}`,
    en: `Case ${f.caseNumber ?? ''}: ${f.caseKind === 'administrative' ? `not accepted, decided at ${time(f.occurredAt)}. The document follows; you may ask for administrative reconsideration.` : `not filed, decided at ${time(f.occurredAt)}. The written notice follows within three days; you may ask for reconsideration within seven days of receiving it.`}`,
  }),
});
