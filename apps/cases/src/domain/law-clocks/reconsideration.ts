import { defineCaseClock } from './law-clock.js';

/** A reconsideration (复议), and its review (复核), is decided within 30 days, and 30 more on approval (程序规定 art. 179). */
export const reconsideration = defineCaseClock({
  what: 'reconsideration',
  name: { zh: '复议复核期限', en: 'Limit for the reconsideration' },
  states: ['RECONSIDERING'],
  limits: { criminal: [{ days: 30 }, { days: 60 }], economic: [{ days: 30 }, { days: 60 }] },
  waitsFor: 'legal_reviewer',
  ladder: [{ percent: 50 }, { percent: 100, escalatedTo: 'approver' }],
});
