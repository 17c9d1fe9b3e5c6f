import { defineNotice, ownCorrection, wordOf, yuan } from './notice.js';

/** What was told about money of this enterprise was entered wrongly and is taken back. */
export const moneyCorrected = defineNotice({
  key: 'money_corrected',
  version: 1,
  once: false,
  whenRestricted: true,
  on: {
    'loss.entry-posted.v1': ownCorrection,
  },
  text: (f) => ({
    zh: `更正：编号 ${f.number} 此前告知贵单位的“${wordOf(f, 'zh')} ${yuan(f)} 元”登记有误，已冲正，请以最新进展为准。`,
    en: `Correction to ${f.number}: “${wordOf(f, 'en')}, ${yuan(f)} yuan”, of which you were told, was entered in error and was taken back.`,
  }),
});
