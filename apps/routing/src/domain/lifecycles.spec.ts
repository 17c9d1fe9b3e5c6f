import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { assignmentLifecycle, type AssignmentEvent } from './assignment-lifecycle.js';
import { dispatchStateOf, isOver, type AssignmentStanding } from './dispatch-lifecycle.js';

const events = [...new Set(assignmentLifecycle.transitions.map(({ event }) => event))];

describe('an assignment', () => {
  it('can be recalled until it is over, and nothing happens to it afterwards', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom<AssignmentEvent>(...events), { maxLength: 12 }), (history) => {
        const state = history.reduce<(typeof assignmentLifecycle.states)[number]>(
          (before, event) => assignmentLifecycle.next(before, event) ?? before,
          assignmentLifecycle.initial,
        );
        expect(assignmentLifecycle.can(state, 'AssignmentRecalled')).toBe(!isOver(state));
        expect(assignmentLifecycle.events(state).length === 0).toBe(isOver(state));
      }),
    );
  });
});

describe('the state of a dispatch', () => {
  const standing = (state: string, role = 'assist', ...reached: string[]): AssignmentStanding => ({
    role,
    state,
    milestones: Object.fromEntries(reached.map((milestone) => [milestone, { at: '' }])),
  });

  it.each<[string, AssignmentStanding[]]>([
    ['TRIAGED', []],
    ['DISPATCHED', [standing('ISSUED', 'lead'), standing('ISSUED')]],
    ['RESPONDING', [standing('ISSUED', 'lead'), standing('ACKNOWLEDGED', 'assist', 'ACKNOWLEDGED')]],
    ['ON_SCENE', [standing('ISSUED', 'lead'), standing('ARRIVED', 'assist', 'ACKNOWLEDGED', 'ARRIVED')]],
    ['ON_SCENE', [standing('COMPLETED', 'lead', 'ARRIVED'), standing('ARRIVED', 'assist', 'ARRIVED')]],
    ['HANDLED', [standing('COMPLETED', 'lead', 'ARRIVED'), standing('RECALLED'), standing('COMPLETED')]],
  ])('is %s', (expected, assignments) => expect(dispatchStateOf('TRIAGED', assignments)).toBe(expected));

  it.each(['HANDLED', 'CLOSED', 'CANCELLED'])('stays %s whatever its units still say', (state) => {
    expect(dispatchStateOf(state, [standing('ARRIVED', 'lead', 'ARRIVED')])).toBe(state);
  });
});
