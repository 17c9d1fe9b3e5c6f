import { defineNotice, always, time } from './notice.js';

/** The incident was closed; a follow-up is due. */
export const closed = defineNotice({
  key: 'closed',
  version: 1,
  once: false,
  whenRestricted: true,
  on: {
    'incident.closed.v1': always,
  },
  text: (f) => ({
    zh: `编号 ${f.number}：已于 ${time(f.occurredAt)} 办结，${time(f.followUpDueAt)} 前将回访您的满意度。`,
    en: `${f.number}: closed at ${time(f.occurredAt)}. You will be asked how it went by ${time(f.followUpDueAt)}.`,
  }),
});
