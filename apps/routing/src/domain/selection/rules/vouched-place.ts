import { PASS, type SelectionRule } from '../rule.js';

/** Label of every unit: this rule is about places only. */
const ANYBODYS = '*';

/** To a place far outside of the centre's ground nobody goes before a person has asked the reporter where it is. */
export const vouchedPlace: SelectionRule = {
  name: 'vouched-place',
  alsoInformed: true,
  judge: (_candidate, { place }) =>
    place.held
      ? {
          verdict: 'reject',
          reason: {
            zh: '地点远在本中心辖区之外，须先由人核实',
            en: 'the place lies far outside of this centre’s area and has to be verified by a person first',
          },
        }
      : PASS,
  shelf: {
    labels: () => [ANYBODYS],
    tiers: ({ place }) => (place.held ? [] : [{ rank: 0, labels: [ANYBODYS] }]),
  },
};
