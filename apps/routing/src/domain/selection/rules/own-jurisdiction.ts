import { PASS, type SelectionRule } from '../rule.js';

/** Label of units that are not territorial, and the label that every unit has besides. */
const NOBODYS = '';
const ANYBODYS = '*';

/**
 * A territorial unit answers for its own jurisdiction; a neighbour is taken when it cannot. For P1 the nearest goes,
 * whosever beat it is (就近处警).
 */
export const ownJurisdiction: SelectionRule = {
  name: 'own-jurisdiction',
  alsoInformed: true,
  judge: ({ unit }, { place, priority }) => {
    if (unit.jurisdictions.length === 0) return PASS;
    if (place.jurisdiction !== undefined && unit.jurisdictions.includes(place.jurisdiction)) {
      return { verdict: 'pass', rank: 0, reason: { zh: '本辖区', en: 'own jurisdiction' } };
    }
    if (priority === 'P1') return PASS;
    if (place.jurisdiction === undefined) {
      return { verdict: 'pass', rank: 1, reason: { zh: '地点不在任何辖区内', en: 'the place is in no jurisdiction' } };
    }
    return { verdict: 'pass', rank: 1, reason: { zh: '邻近辖区', en: 'neighbouring jurisdiction' } };
  },
  shelf: {
    labels: ({ jurisdictions }) => [ANYBODYS, ...(jurisdictions.length === 0 ? [NOBODYS] : jurisdictions)],
    tiers: ({ place: { jurisdiction = NOBODYS }, priority }) =>
      priority === 'P1'
        ? [{ rank: 0, labels: [ANYBODYS] }]
        : [
            { rank: 0, labels: [...new Set([NOBODYS, jurisdiction])] },
            { rank: 1, labels: [ANYBODYS] },
          ],
  },
};
