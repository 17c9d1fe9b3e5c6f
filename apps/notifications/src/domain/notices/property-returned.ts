import { defineNotice, ownMoney, time, yuan } from './notice.js';

/** Property was given back to this enterprise (已发还); that it can be collected (可以领取) is another matter. */
export const propertyReturned = defineNotice({
  key: 'property_returned',
  version: 2,
  once: false,
  whenRestricted: true,
  on: {
    'loss.entry-posted.v1': ownMoney('property_returned'),
  },
  text: (f) => ({
    zh: `编号 ${f.number}：已于${time(f.occurredAt, 'zh')}向贵单位发还财物，折合 ${yuan(f)} 元。`,
    en: `${f.number}: property worth ${yuan(f)} yuan was returned to you at ${time(f.occurredAt, 'en')}.`,
  }),
});
