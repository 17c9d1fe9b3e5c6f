import { PASS, type SelectionRule } from '../rule.js';

/** Label of units that work everywhere. */
const EVERYWHERE = '';

/** Specialised units work in the divisions of their own bureau. */
export const coversDistrict: SelectionRule = {
  name: 'covers-district',
  alsoInformed: true,
  judge: ({ unit }, { place }) =>
    unit.districts.length === 0 || unit.districts.includes(place.district)
      ? PASS
      : { verdict: 'reject', reason: { zh: `不管辖 ${place.district}`, en: `does not cover ${place.district}` } },
  shelf: {
    labels: ({ districts }) => (districts.length === 0 ? [EVERYWHERE] : districts),
    tiers: ({ place }) => [{ rank: 0, labels: [EVERYWHERE, place.district] }],
  },
};
