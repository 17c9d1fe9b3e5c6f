import { defineNotice, always, time } from './notice.js';

/** The report was received; what the law wants told first. */
export const received = defineNotice({
  key: 'received',
  version: 1,
  once: false,
  whenRestricted: true,
  on: {
    'incident.reported.v1': always,
  },
  text: (f) => ({
    zh: `您报告的“${f.typeName.zh}”已于 ${time(f.occurredAt)} 受理，编号 ${f.number}。如有人身危险请立即拨打 110。投诉监督电话 12389。`,
    en: `Your report (${f.typeName.en}) was received at ${time(f.occurredAt)} under number ${f.number}. In danger call 110 at once. Complaints: 12389.`,
  }),
});
