import { defineNotice, incident } from './notice.js';

/** Units are assigned. */
export const dispatched = defineNotice({
  key: 'dispatched',
  version: 2,
  once: true,
  whenRestricted: false,
  on: {
    'dispatch.planned.v1': incident(({ assigned = [] }) => assigned.length > 0),
    'dispatch.replanned.v1': incident(({ assigned = [] }) => assigned.length > 0),
    'dispatch.gap-filled.v1': incident(),
    'assignment.added.v1': incident(),
  },
  text: ({ number, leadUnitName }) => ({
    zh: `编号 ${number}：已指派${leadUnitName ?? '处置单位'}处理。`,
    en: `${number}: ${leadUnitName ?? 'a police unit'} was assigned.`,
  }),
});
