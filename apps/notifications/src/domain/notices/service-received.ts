import { defineNotice, heldText, service, time } from './notice.js';

/** A request for a service came in. */
export const serviceReceived = defineNotice({
  key: 'service_received',
  version: 2,
  once: false,
  whenRestricted: true,
  on: {
    'incident.reported.v1': service(),
  },
  text: (f) => ({
    zh: `贵单位的“${f.typeName.zh}”申请已于${time(f.occurredAt, 'zh')}收到，编号 ${f.number}。${heldText(f, 'zh')}${f.typeAdvice?.zh ?? ''}监督电话 12389。`,
    en: `Your request (${f.typeName.en}) was received at ${time(f.occurredAt, 'en')} under number ${f.number}. ${heldText(f, 'en')}${f.typeAdvice ? `${f.typeAdvice.en} ` : ''}Complaints: 12389.`,
  }),
});
