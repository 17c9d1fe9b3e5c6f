import { defineNotice, heldText, incident, time } from './notice.js';

/** The report came in (接报); whether it is accepted (受理) is a legal decision that comes later. */
export const received = defineNotice({
  key: 'received',
  version: 3,
  once: false,
  whenRestricted: true,
  on: {
    'incident.reported.v1': incident(),
  },
  text: (f) => ({
    zh: `贵单位关于“${f.typeName.zh}”的报警已于${time(f.occurredAt, 'zh')}接报，编号 ${f.number}。${heldText(f, 'zh')}${f.typeAdvice?.zh ?? ''}如有人身危险，请立即拨打 110。监督电话 12389。`,
    en: `Your report (${f.typeName.en}) was received at ${time(f.occurredAt, 'en')} under number ${f.number}. ${heldText(f, 'en')}${f.typeAdvice ? `${f.typeAdvice.en} ` : ''}In danger call 110 at once. Complaints: 12389.`,
  }),
});
