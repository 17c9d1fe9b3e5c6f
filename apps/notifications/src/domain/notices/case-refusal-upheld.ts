import { defineNotice, always, time } from './notice.js';

/** On reconsideration the case stays not filed. */
export const caseRefusalUpheld = defineNotice({
  key: 'case_refusal_upheld',
  version: 1,
  once: false,
  whenRestricted: true,
  on: {
    'case.refusal-upheld.v1': always,
  },
  text: (f) => ({
    zh: `案件 ${f.caseNumber ?? ''}：经复议（复核），已于${time(f.occurredAt, 'zh')}决定维持不予立案。对复议决定不服的，可在收到后七日内向上一级公安机关申请复核。`,
    en: `Case ${f.caseNumber ?? ''}: on reconsideration the refusal to file was upheld at ${time(f.occurredAt, 'en')}. Within seven days of receiving it you may ask the level above to review a reconsideration.`,
  }),
});
