import { defineCaseClock, OFFICERS_LADDER } from './law-clock.js';

/**
 * Filing is decided within 3 days, 7 where a lead has to be checked, 30 in a major case (2015 opinion on 受案立案 reform); of
 * economic crime within 7 days, 30 on approval of the county leader and 30 more on that of the level above (2017 rules, art. 15).
 */
export const filing = defineCaseClock({
  what: 'filing',
  name: { zh: '立案审查期限', en: 'Limit for the filing decision' },
  states: ['REGISTERED', 'REVIEWING'],
  limits: {
    criminal: [{ days: 3 }, { days: 7 }, { days: 30 }],
    economic: [{ days: 7 }, { days: 30 }, { days: 60 }],
  },
  waitsFor: 'case_officer',
  ladder: OFFICERS_LADDER,
});
