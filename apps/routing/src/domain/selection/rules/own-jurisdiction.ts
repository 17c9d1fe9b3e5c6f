import { PASS, type SelectionRule } from '../rule.js';

/**
 * A territorial unit answers for its own jurisdiction; a neighbour is taken when it cannot. For P1 the nearest goes,
 * whosever beat it is (就近处警).
 */
export const ownJurisdiction: SelectionRule = {
  name: 'own-jurisdiction',
  judge: ({ unit }, { place, priority }) => {
    if (unit.jurisdictions.length === 0) return PASS;
    if (place.jurisdiction !== undefined && unit.jurisdictions.includes(place.jurisdiction)) {
      return { verdict: 'pass', rank: 0, reason: { zh: '本辖区', en: 'own jurisdiction' } };
    }
    if (priority === 'P1') return PASS;
    return { verdict: 'pass', rank: 1, reason: { zh: '邻近辖区', en: 'neighbouring jurisdiction' } };
  },
};
