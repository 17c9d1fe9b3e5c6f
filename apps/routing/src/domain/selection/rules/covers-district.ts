import { PASS, type SelectionRule } from '../rule.js';

/** Specialised units work in the divisions of their own bureau. */
export const coversDistrict: SelectionRule = {
  name: 'covers-district',
  judge: ({ unit }, { place }) =>
    unit.districts.length === 0 || unit.districts.includes(place.district)
      ? PASS
      : { verdict: 'reject', reason: { zh: `不管辖 ${place.district}`, en: `does not cover ${place.district}` } },
};
