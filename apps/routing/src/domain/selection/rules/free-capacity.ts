import type { UnitView } from '../unit-view.js';
import { PASS, type SelectionRule } from '../rule.js';

const hasPlace = ({ active, capacity }: UnitView): boolean => active < capacity;

/** A unit takes as many assignments at once as its capacity says. */
export const freeCapacity: SelectionRule = {
  name: 'free-capacity',
  judge: ({ unit }) => {
    if (hasPlace(unit)) return PASS;
    const taken = `${unit.active}/${unit.capacity}`;
    const en = `busy: ${unit.active} of ${unit.capacity} taken`;
    return { verdict: 'reject', reason: { zh: `忙：在办 ${taken}`, en } };
  },
  ready: hasPlace,
};
