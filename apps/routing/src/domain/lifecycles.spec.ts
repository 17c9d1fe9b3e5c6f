import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { assignmentLifecycle, type AssignmentEvent } from './assignment-lifecycle.js';
import {
  dispatchLifecycle,
  dispatchStateAfter,
  dispatchStateOf,
  isOver,
  takesUnits,
  type AssignmentStanding,
  type DispatchState,
} from './dispatch-lifecycle.js';

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
    discipline: 'PS',
    milestones: Object.fromEntries(reached.map((milestone) => [milestone, { at: '' }])),
  });

  const issued = standing('ISSUED', 'lead');
  const going = standing('ACKNOWLEDGED', 'assist', 'ACKNOWLEDGED');
  const there = standing('ARRIVED', 'assist', 'ACKNOWLEDGED', 'ARRIVED');
  const remote = standing('WORKING', 'assist', 'ACKNOWLEDGED', 'WORKING');
  const done = standing('COMPLETED', 'lead', 'ACKNOWLEDGED', 'ARRIVED', 'COMPLETED');
  const left = standing('DECLINED', 'lead', 'ACKNOWLEDGED');
  const recalled = standing('RECALLED', 'assist', 'ACKNOWLEDGED', 'ARRIVED');

  const moves: [DispatchState, AssignmentStanding[], DispatchState][] = [
    ['TRIAGED', [], 'TRIAGED'],
    ['TRIAGED', [issued, standing('ISSUED')], 'DISPATCHED'],
    ['DISPATCHED', [issued], 'DISPATCHED'],
    ['DISPATCHED', [issued, going], 'RESPONDING'],
    ['DISPATCHED', [issued, remote], 'ON_SCENE'],
    ['RESPONDING', [issued, there], 'ON_SCENE'],
    ['RESPONDING', [left, going], 'RESPONDING'],
    ['RESPONDING', [left, issued], 'DISPATCHED'],
    ['RESPONDING', [left], 'DISPATCHED'],
    ['RESPONDING', [done], 'HANDLED'],
    ['ON_SCENE', [recalled, issued], 'DISPATCHED'],
    ['ON_SCENE', [recalled, going], 'ON_SCENE'],
    ['ON_SCENE', [done, there], 'ON_SCENE'],
    ['ON_SCENE', [done, recalled, standing('COMPLETED')], 'HANDLED'],
  ];
  it.each(moves)('moves from %s by %j to %s', (from, assignments, to) => {
    expect(dispatchStateOf(from, assignments)).toBe(to);
  });

  it('is moved by no partner: an ambulance on the scene is not the police', () => {
    const ambulance: AssignmentStanding = { ...there, discipline: 'X120' };
    expect(dispatchStateOf('DISPATCHED', [issued, ambulance])).toBe('DISPATCHED');
    expect(dispatchStateOf('ON_SCENE', [done, ambulance])).toBe('HANDLED');
  });

  it('moves in every way of the table that follows from assignments, and in no other', () => {
    const told = ['IncidentTriaged', 'IncidentClosed', 'IncidentCancelled'];
    const rows = dispatchLifecycle.transitions
      .filter(({ event }) => !told.includes(event))
      .flatMap(({ from, to }) => from.map((state) => `${state} ${to}`));
    const made = moves.flatMap(([from, , to]) => (from === to ? [] : [`${from} ${to}`]));
    expect([...new Set(made)].sort()).toEqual(rows.sort());
  });

  it.each<DispatchState>(['HANDLED', 'CLOSED', 'CANCELLED'])('stays %s whatever its units still say', (state) => {
    for (const assignment of [issued, going, there, left]) expect(dispatchStateOf(state, [assignment])).toBe(state);
    expect(takesUnits(state)).toBe(false);
  });

  it('takes no unit before a call taker has released it', () => {
    expect(takesUnits('RECEIVED')).toBe(false);
    expect(takesUnits('TRIAGED')).toBe(true);
  });

  it('follows a grading, a closing or a cancelling only where the table has it', () => {
    expect(dispatchStateAfter('RECEIVED', 'IncidentTriaged')).toBe('TRIAGED');
    expect(dispatchStateAfter('ON_SCENE', 'IncidentTriaged')).toBe('ON_SCENE');
    expect(dispatchStateAfter('HANDLED', 'IncidentClosed')).toBe('CLOSED');
    expect(dispatchStateAfter('CLOSED', 'IncidentCancelled')).toBe('CLOSED');
    expect(dispatchStateAfter('ON_SCENE', 'IncidentCancelled')).toBe('CANCELLED');
  });
});
