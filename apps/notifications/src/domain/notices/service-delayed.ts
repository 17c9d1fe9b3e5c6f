import { defineNotice, service } from './notice.js';

/** Nobody is free for the service yet. */
export const serviceDelayed = defineNotice({
  key: 'service_delayed',
  version: 1,
  once: true,
  whenRestricted: false,
  on: {
    'dispatch.planned.v1': service(({ assigned = [] }) => assigned.length === 0),
  },
  text: (f) => ({
    zh: `编号 ${f.number}：贵单位的申请正在安排承办单位，安排好后即告知。`,
    en: `${f.number}: a unit for your request is being arranged; you will be told.`,
  }),
});
