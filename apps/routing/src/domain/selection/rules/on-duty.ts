import { PASS, type SelectionRule } from '../rule.js';

/** Only units on duty are sent. */
export const onDuty: SelectionRule = {
  name: 'on-duty',
  judge: ({ unit }) =>
    unit.duty === 'on_duty' ? PASS : { verdict: 'reject', reason: { zh: '未在岗', en: 'off duty' } },
};
