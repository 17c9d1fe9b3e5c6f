import type { UnitView } from '../unit-view.js';
import { PASS, type SelectionRule } from '../rule.js';

const isOnDuty = ({ duty }: UnitView): boolean => duty === 'on_duty';

/** Only units on duty are sent. */
export const onDuty: SelectionRule = {
  name: 'on-duty',
  judge: ({ unit }) => (isOnDuty(unit) ? PASS : { verdict: 'reject', reason: { zh: '未在岗', en: 'off duty' } }),
  ready: isOnDuty,
};
