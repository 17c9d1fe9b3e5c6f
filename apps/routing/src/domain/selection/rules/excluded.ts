import { PASS, type SelectionRule } from '../rule.js';

/** A unit holds one slot of an incident at most, and does not get back what it was released from. */
export const excluded: SelectionRule = {
  name: 'excluded',
  judge: ({ unit }, wish) =>
    wish.excluded.has(unit.id)
      ? { verdict: 'reject', reason: { zh: '已在本警情中', en: 'already part of this incident' } }
      : PASS,
};
