import { defineCaseClock, OFFICERS_LADDER } from './law-clock.js';

/** An administrative case is accepted or refused within 24 hours, a difficult one within 3 days (2015 opinion on 受案立案 reform). */
export const acceptance = defineCaseClock({
  what: 'acceptance',
  name: { zh: '受案审查期限', en: 'Limit for the acceptance' },
  states: ['REGISTERED', 'REVIEWING'],
  limits: { administrative: [{ hours: 24 }, { days: 3 }] },
  waitsFor: 'case_officer',
  ladder: OFFICERS_LADDER,
});
