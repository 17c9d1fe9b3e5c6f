import { defineNotice, ownMoney, time, yuan } from './notice.js';

/** Property was given back to this enterprise. */
export const propertyReturned = defineNotice({
  key: 'property_returned',
  version: 2,
  once: false,
  whenRestricted: true,
  on: {
    'loss.entry-posted.v1': ownMoney('property_returned'),
  },
  text: (f) => ({
    zh: `编号 ${f.number}：已发还财物，折合 ${yuan(f)} 元（${time(f.occurredAt)}）。`,
    en: `${f.number}: property worth ${yuan(f)} yuan was returned (${time(f.occurredAt)}).`,
  }),
});
