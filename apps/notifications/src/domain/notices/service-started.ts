import { defineNotice, service, time } from './notice.js';

/** Who provides the service is there. */
export const serviceStarted = defineNotice({
  key: 'service_started',
  version: 1,
  once: true,
  whenRestricted: false,
  on: {
    'assignment.arrived.v1': service(),
  },
  text: (f) => ({
    zh: `编号 ${f.number}：服务人员已于${time(f.occurredAt, 'zh')}到达。`,
    en: `${f.number}: the staff for your request arrived at ${time(f.occurredAt, 'en')}.`,
  }),
});
