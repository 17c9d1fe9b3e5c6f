import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { LiveEvent, LiveFacts } from './messages';
import { DEADLINE_MS, Refreshes } from './refreshes';

let fetched: string[];
let file: { timeline: { source: string; sequence: number }[] } | undefined;
let refreshes: Refreshes;
beforeEach(() => {
  jest.useFakeTimers();
  [fetched, file] = [[], undefined];
  refreshes = new Refreshes({
    fetch: (key) => Promise.resolve(void fetched.push(key.join(' '))),
    held: () => file,
  });
});
afterEach(() => {
  refreshes.stop();
  jest.useRealTimers();
});

const event = (type: string, data: LiveFacts): LiveEvent => ({ type, id: '1', data });
const arrived = (version: number) => event('assignment.arrived.v1', { incidentId: 'i', source: 'routing', version });
const times = (key: string) => fetched.filter((each) => each === key).length;

describe('refreshing by the feed', () => {
  it('asks for a file once when the answer shows what the feed told of', async () => {
    file = {
      timeline: [
        { source: 'intake', sequence: 9 },
        { source: 'routing', sequence: 3 },
      ],
    };
    refreshes.hear(arrived(3));
    await jest.advanceTimersByTimeAsync(60_000);
    expect(times('file i')).toBe(1);
    expect(jest.getTimerCount()).toBe(0);
  });

  it('asks once more at the deadline when the answer is behind, and never again', async () => {
    file = { timeline: [{ source: 'routing', sequence: 2 }] };
    refreshes.hear(arrived(3));
    await jest.advanceTimersByTimeAsync(DEADLINE_MS - 1);
    expect(times('file i')).toBe(1);
    await jest.advanceTimersByTimeAsync(60_000);
    expect(times('file i')).toBe(2);
    expect(jest.getTimerCount()).toBe(0);
  });

  it('does not doubt what the service that answers has told itself', async () => {
    refreshes.hear(event('case.filed.v1', { incidentId: 'i', source: 'cases', version: 4 }));
    refreshes.hear(event('unit.changed.v1', { source: 'routing', version: 7 }));
    await jest.advanceTimersByTimeAsync(60_000);
    expect(fetched.sort()).toEqual(['file i', 'files', 'notices', 'units']);
  });

  it('asks at most four times a second for a file and once for a list, however much happens', async () => {
    for (let n = 1; n <= 40; n += 1) {
      file = { timeline: [{ source: 'routing', sequence: n }] };
      refreshes.hear(arrived(n));
      await jest.advanceTimersByTimeAsync(50);
    }
    await jest.advanceTimersByTimeAsync(60_000);
    expect(times('file i')).toBeLessThanOrEqual(9);
    expect(times('assignments')).toBeLessThanOrEqual(3);
    expect(times('files')).toBeLessThanOrEqual(4);
    expect(jest.getTimerCount()).toBe(0);
  });

  it('asks for what waits to be judged when a proposal moved or a limit rings, also where no incident is named', async () => {
    refreshes.hear(event('case.proposal-moved.v1', { proposalId: 'p', source: 'cases' }));
    await jest.advanceTimersByTimeAsync(60_000);
    expect([times('proposals'), times('files'), times('file i')]).toEqual([1, 1, 0]);
    refreshes.hear(event('case.clock-rang.v1', { lawClock: 'filing', source: 'cases' }));
    await jest.advanceTimersByTimeAsync(60_000);
    expect(times('proposals')).toBe(2);
  });

  it('waits for the newest of several events of one incident', async () => {
    file = { timeline: [{ source: 'routing', sequence: 4 }] };
    refreshes.hear(arrived(5));
    refreshes.hear(arrived(4));
    await jest.advanceTimersByTimeAsync(1_000);
    file = { timeline: [{ source: 'routing', sequence: 5 }] };
    refreshes.hear(arrived(5));
    await jest.advanceTimersByTimeAsync(60_000);
    expect(times('file i')).toBe(2);
  });
});
