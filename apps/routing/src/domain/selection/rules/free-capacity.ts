import { PASS, type SelectionRule } from '../rule.js';

/** A unit takes as many assignments at once as its capacity says. */
export const freeCapacity: SelectionRule = {
  name: 'free-capacity',
  judge: ({ unit: { active, capacity } }) =>
    active < capacity
      ? PASS
      : {
          verdict: 'reject',
          reason: { zh: `忙：在办 ${active}/${capacity}`, en: `busy: ${active} of ${capacity} taken` },
        },
};
