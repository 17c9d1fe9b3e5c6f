import { defineNotice, incident } from './notice.js';

/**
 * Nobody could be sent. A unit that is late to sign off says nothing about help being late: another one may be on its way, so
 * that is not told.
 */
export const delayed = defineNotice({
  key: 'delayed',
  version: 2,
  once: true,
  whenRestricted: false,
  on: {
    'dispatch.planned.v1': incident(({ assigned = [] }) => assigned.length === 0),
  },
  text: (f) => ({
    zh: `编号 ${f.number}：目前暂无可派力量，指挥中心正在协调，派出后即告知。如情况危急，请拨打 110。`,
    en: `${f.number}: no unit is free at the moment; the centre is arranging one and you will be told. If it becomes urgent, call 110.`,
  }),
});
