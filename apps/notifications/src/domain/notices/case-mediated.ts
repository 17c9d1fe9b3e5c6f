import { always, defineNotice, time } from './notice.js';

/** The parties agreed before the police. */
export const caseMediated = defineNotice({
  key: 'case_mediated',
  version: 1,
  once: false,
  whenRestricted: true,
  on: {
    'case.mediated.v1': always,
  },
  text: (f) => ({
    zh: `案件 ${f.caseNumber ?? ''}：经公安机关调解，双方已于${time(f.occurredAt, 'zh')}达成协议。对方不履行的，请告知办案单位。`,
    en: `Case ${f.caseNumber ?? ''}: the parties reached an agreement before the police at ${time(f.occurredAt, 'en')}. Tell the unit if the other side does not keep it.`,
  }),
});
