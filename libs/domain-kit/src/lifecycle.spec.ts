import { describe, expect, it } from '@jest/globals';
import { defineLifecycle } from './lifecycle.js';

const good = {
  name: 'door',
  states: ['OPEN', 'SHUT', 'GONE'],
  initial: 'OPEN',
  terminal: ['GONE'],
  transitions: [
    { from: ['OPEN'], to: 'SHUT', event: 'Closed' },
    { from: ['SHUT'], to: 'OPEN', event: 'Opened' },
    { from: ['OPEN', 'SHUT'], to: 'GONE', event: 'Removed' },
  ],
} as const;

describe('defineLifecycle', () => {
  it('answers from the table', () => {
    const door = defineLifecycle(good);
    expect(door.next('OPEN', 'Closed')).toBe('SHUT');
    expect(door.next('GONE', 'Opened')).toBeUndefined();
    expect(door.can('SHUT', 'Closed')).toBe(false);
    expect(door.events('OPEN')).toEqual(['Closed', 'Removed']);
    expect(door.isTerminal('GONE')).toBe(true);
  });

  it.each([
    ['an unknown state', { from: ['OPEN'], to: 'AJAR', event: 'Pushed' }, 'leads to unknown state AJAR'],
    ['an unknown source', { from: ['AJAR'], to: 'OPEN', event: 'Pushed' }, 'leaves unknown state AJAR'],
    ['two rows for one event', { from: ['OPEN'], to: 'GONE', event: 'Closed' }, 'two rows for Closed in OPEN'],
    [
      'an exit from a terminal state',
      { from: ['GONE'], to: 'OPEN', event: 'Back' },
      'terminal state GONE has the exit',
    ],
  ])('refuses %s', (_what, row, message) => {
    expect(() => defineLifecycle<string, string>({ ...good, transitions: [...good.transitions, row] })).toThrow(
      message,
    );
  });

  it('refuses unreachable states, dead ends, repeats and unknown ends', () => {
    const states = [...good.states, 'ATTIC', 'OPEN'];
    expect(() => defineLifecycle<string, string>({ ...good, states, terminal: ['GONE', 'ROOF'] })).toThrow(
      /listed twice.*unknown state ROOF.*ATTIC cannot be reached.*ATTIC is a dead end/,
    );
  });

  it('lets named events lead out of a terminal state', () => {
    const row = { from: ['GONE'], to: 'OPEN', event: 'Rebuilt' };
    const door = { ...good, transitions: [...good.transitions, row], reopenedBy: ['Rebuilt'] };
    expect(defineLifecycle<string, string>(door).next('GONE', 'Rebuilt')).toBe('OPEN');
  });
});
