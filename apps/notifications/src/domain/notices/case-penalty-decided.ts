import { always, defineNotice, time } from './notice.js';

/** An administrative decision was made about the case (行政复议法: sixty days). */
export const casePenaltyDecided = defineNotice({
  key: 'case_penalty_decided',
  version: 1,
  once: false,
  whenRestricted: true,
  on: {
    'case.penalty-decided.v1': always,
  },
  text: (f) => ({
    zh: `案件 ${f.caseNumber ?? ''}：已于${time(f.occurredAt, 'zh')}作出行政处理决定，决定依法书面送达。不服的，可自收到之日起六十日内申请行政复议。`,
    en: `Case ${f.caseNumber ?? ''}: an administrative decision was made at ${time(f.occurredAt, 'en')} and is served in writing; you may apply for administrative reconsideration within sixty days of receiving it.`,
  }),
});
