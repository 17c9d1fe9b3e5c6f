import { defineNotice, always } from './notice.js';

/** From now on only the safe contact is told. */
export const contactOnly = defineNotice({
  key: 'contact_only',
  version: 2,
  once: 'contact',
  whenRestricted: true,
  on: {
    'incident.restricted.v1': always,
  },
  text: (f) => ({
    zh: `编号 ${f.number}：此事今后仅与指定联系人联系，请勿转告他人。`,
    en: `${f.number}: from now on only you will be contacted about this; please tell nobody else.`,
  }),
});
