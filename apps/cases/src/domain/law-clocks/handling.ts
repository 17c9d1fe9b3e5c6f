import { defineCaseClock, OFFICERS_LADDER } from './law-clock.js';

/** An administrative case is decided within 30 days of its acceptance, and 30 more on approval (治安管理处罚法: 办案期限). */
export const handling = defineCaseClock({
  what: 'handling',
  name: { zh: '行政案件办案期限', en: 'Limit for the administrative case' },
  states: ['ADMIN_ACCEPTED'],
  limits: { administrative: [{ days: 30 }, { days: 60 }] },
  waitsFor: 'case_officer',
  ladder: OFFICERS_LADDER,
});
