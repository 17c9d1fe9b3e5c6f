import { caseOf, defineNotice } from './notice.js';

/** A criminal case was opened; its receipt. Whether it is filed is decided later. */
export const caseRegistered = defineNotice({
  key: 'case_registered',
  version: 2,
  once: false,
  whenRestricted: true,
  on: {
    'case.registered.v1': caseOf('criminal', 'economic'),
  },
  text: (f) => ({
    zh: `编号 ${f.number}：已接受案件并登记，回执号 ${f.caseNumber ?? ''}，将依法审查是否立案。凭回执号可查询进展。`,
    en: `${f.number}: a case was opened; receipt ${f.caseNumber ?? ''}. Whether it is filed is now reviewed. Use the receipt to ask about progress.`,
  }),
});
