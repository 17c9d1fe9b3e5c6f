import { defineRefusal } from '#domain-kit';

/** An event of an incident whose report has not been applied here; it is parked until an operator replays it. */
export const incidentUnknown = defineRefusal({
  code: 'notice.incident-unknown',
  kind: 'conflict',
  zh: '尚未收到该警情的报告',
  en: 'The report of this incident has not been received yet',
});

/** 400: operators read the notices of one incident at a time. */
export const incidentWanted = defineRefusal({
  code: 'notice.incident-wanted',
  kind: 'invalid',
  zh: '请指明警情',
  en: 'Name the incident',
  pointer: '/query/incidentId',
});

/** 429: the account has as many live feeds open as it may. */
export const tooManyStreams = defineRefusal({
  code: 'live.too-many-streams',
  kind: 'rate-limited',
  zh: '同一账号最多同时打开 {most} 个实时连接',
  en: 'An account may keep at most {most} live connections open',
});
