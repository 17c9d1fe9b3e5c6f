import { defineRefusal } from '#domain-kit';

/** 404: there is no such incident, or the caller has nothing to do with it. */
export const incidentNotFound = defineRefusal({
  code: 'incident.not-found',
  kind: 'not-found',
  zh: '没有这起警情',
  en: 'There is no such incident',
});
