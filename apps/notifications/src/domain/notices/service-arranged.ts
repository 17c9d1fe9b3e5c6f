import { defineNotice, service } from './notice.js';

/** Somebody was found who provides the service. */
export const serviceArranged = defineNotice({
  key: 'service_arranged',
  version: 1,
  once: true,
  whenRestricted: false,
  on: {
    'dispatch.planned.v1': service(({ assigned = [] }) => assigned.length > 0),
    'dispatch.replanned.v1': service(({ assigned = [] }) => assigned.length > 0),
    'dispatch.gap-filled.v1': service(),
    'assignment.added.v1': service(),
  },
  text: (f) => ({
    zh: `编号 ${f.number}：贵单位的申请已安排${f.leadUnitName ?? '承办单位'}办理。`,
    en: `${f.number}: ${f.leadUnitName ?? 'a unit'} will take care of your request.`,
  }),
});
