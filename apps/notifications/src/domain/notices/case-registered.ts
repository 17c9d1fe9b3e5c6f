import { defineNotice, always } from './notice.js';

/** A case was registered; its receipt. */
export const caseRegistered = defineNotice({
  key: 'case_registered',
  version: 1,
  once: false,
  whenRestricted: true,
  on: {
    'case.registered.v1': always,
  },
  text: (f) => ({
    zh: `编号 ${f.number}：已受案登记，受案回执号 ${f.caseNumber ?? ''}，可凭此号查询进展。`,
    en: `${f.number}: a case was registered; receipt ${f.caseNumber ?? ''}. Use it to ask about progress.`,
  }),
});
