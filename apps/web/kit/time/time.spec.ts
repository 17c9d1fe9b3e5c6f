import { describe, expect, it } from '@jest/globals';
import { clockState, stopwatch } from './clock-state';
import { ServerClock } from './server-clock';

describe('the server clock', () => {
  const at = (iso: string): number => Date.parse(iso);
  const http = (ms: number): string => new Date(ms).toUTCString();

  it('counts on from what the workstation assumes while it knows nothing better', () => {
    let steady = 100;
    const clock = new ServerClock(() => steady, at('2026-05-21T10:00:00Z'));
    steady = 1_100;
    expect(clock.now()).toBe(at('2026-05-21T10:00:01Z'));
  });

  it('comes within a quarter of a second by answers that agree, however wrong the workstation is', () => {
    let steady = 0;
    const truth = at('2026-05-21T10:00:00.300Z');
    const clock = new ServerClock(() => steady, 0);
    for (let asked = 0; asked < 20; asked += 1) {
      const sent = steady;
      steady += 20;
      clock.observe(http(truth + sent + 10), sent, steady);
      steady += 370;
    }
    expect(Math.abs(clock.now() - (truth + steady))).toBeLessThan(250);
  });

  it('starts anew when the server was set to another time', () => {
    let steady = 0;
    const clock = new ServerClock(() => steady, 0);
    clock.observe(http(at('2026-05-21T10:00:00Z')), 0, 10);
    steady = 1_000;
    clock.observe(http(at('2026-05-22T10:00:00Z')), 1_000, 1_010);
    expect(Math.abs(clock.now() - at('2026-05-22T10:00:00Z'))).toBeLessThan(1_000);
  });

  it.each([null, 'yesterday'])('ignores %j', (header) => {
    const clock = new ServerClock(() => 0, 5);
    clock.observe(header, 0, 0);
    expect(clock.now()).toBe(5);
  });
});

describe('a running clock', () => {
  const clock = { from: '2026-05-21T10:00:00.000Z', dueAt: '2026-05-21T10:02:00.000Z' };

  it.each([
    ['10:01:29', 'calm', 31_000],
    ['10:01:30', 'soon', 30_000],
    ['10:02:00', 'breached', 0],
    ['10:04:13', 'breached', -133_000],
  ])('at %s is %s', (time, urgency, leftMs) => {
    expect(clockState(clock, Date.parse(`2026-05-21T${time}.000Z`))).toEqual({ urgency, leftMs });
  });

  it.each([
    [133_000, '02:13'],
    [-133_900, '02:13'],
    [3_733_000, '1:02:13'],
    [3 * 86_400_000 + 15_000_000, '3d 04:10'],
  ])('%d ms reads %s', (ms, text) => {
    expect(stopwatch(ms)).toBe(text);
  });
});
