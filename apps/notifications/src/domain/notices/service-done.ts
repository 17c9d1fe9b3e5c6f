import { defineNotice, service, time } from './notice.js';

/** The service was provided, or the request ended otherwise. */
export const serviceDone = defineNotice({
  key: 'service_done',
  version: 1,
  once: false,
  whenRestricted: true,
  on: {
    'incident.closed.v1': service(),
  },
  text: (f) => ({
    zh: `编号 ${f.number}：贵单位的申请已于${time(f.occurredAt, 'zh')}办理结束。`,
    en: `${f.number}: your request was completed at ${time(f.occurredAt, 'en')}.`,
  }),
});
