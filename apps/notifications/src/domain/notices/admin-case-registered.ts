import { caseOf, defineNotice } from './notice.js';

/** An administrative case was opened; its receipt. */
export const adminCaseRegistered = defineNotice({
  key: 'admin_case_registered',
  version: 1,
  once: false,
  whenRestricted: true,
  on: {
    'case.registered.v1': caseOf('administrative'),
  },
  text: (f) => ({
    zh: `编号 ${f.number}：已按治安案件登记，回执号 ${f.caseNumber ?? ''}，将依法审查是否受案。凭回执号可查询进展。`,
    en: `${f.number}: a public order case was opened; receipt ${f.caseNumber ?? ''}. Whether it is accepted is now reviewed. Use the receipt to ask about progress.`,
  }),
});
