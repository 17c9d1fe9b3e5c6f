import { defineNotice, always } from './notice.js';

/** Units are assigned. */
export const dispatched = defineNotice({
  key: 'dispatched',
  version: 1,
  once: true,
  whenRestricted: false,
  on: {
    'dispatch.planned.v1': ({ assigned = [] }) => assigned.length > 0,
    'dispatch.replanned.v1': ({ assigned = [] }) => assigned.length > 0,
    'dispatch.gap-filled.v1': always,
    'assignment.added.v1': always,
  },
  text: (f) => ({
    zh: `编号 ${f.number}：已指派${f.leadUnitName ?? '处置单位'}等力量处理。`,
    en: `${f.number}: ${f.leadUnitName ?? 'police units'} and supporting units have been assigned.`,
  }),
});
