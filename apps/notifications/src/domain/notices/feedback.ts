import { defineNotice, always } from './notice.js';

/** First measures are done. */
export const feedback = defineNotice({
  key: 'feedback',
  version: 1,
  once: true,
  whenRestricted: false,
  on: {
    'assignment.feedback-given.v1': always,
  },
  text: (f) => ({
    zh: `编号 ${f.number}：现场已完成初步处置，后续进展将继续告知。`,
    en: `${f.number}: first measures on the scene are done; you will be told how it goes on.`,
  }),
});
