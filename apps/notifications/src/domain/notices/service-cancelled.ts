import { defineNotice, service } from './notice.js';

/** The request was called off. */
export const serviceCancelled = defineNotice({
  key: 'service_cancelled',
  version: 1,
  once: false,
  whenRestricted: true,
  on: {
    'incident.cancelled.v1': service(),
  },
  text: (f) => ({
    zh: `编号 ${f.number}：本次申请已撤销。如仍有需要，请重新提交。`,
    en: `${f.number}: this request was called off. Send it again if you still need the service.`,
  }),
});
