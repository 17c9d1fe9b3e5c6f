import { describe, expect, it } from '@jest/globals';
import { Pace } from './pace.js';

const LATE_MS = 2000;

/** A pipeline that plans so many incidents a second, oldest first, behind an intake that asks the pace. */
class Pipeline {
  private readonly waiting: number[] = [];
  private due = 0;
  readonly taken = { urgent: 0, other: 0 };
  readonly refused = { urgent: 0, other: 0 };
  planned = 0;
  ageMs = 0;

  constructor(
    private readonly pace: Pace,
    public perSecond: number,
    /** So many plans are told at once. */
    private readonly burst = 1,
  ) {}

  /** Runs for so long with so many reports a second, every tenth of them urgent. */
  run(seconds: number, reportsPerSecond: number, fromMs: number): number {
    let sent = 0;
    for (let at = fromMs; at < fromMs + seconds * 1000; at += 10) {
      for (; sent < ((at - fromMs) * reportsPerSecond) / 1000; sent += 1) this.report(sent % 10 === 0, at);
      this.due += this.perSecond / 100;
      if (this.due < this.burst) continue;
      for (; this.due >= 1 && this.waiting.length > 0; this.due -= 1) this.plan(at);
      this.due = Math.min(this.due, 1);
    }
    return fromMs + seconds * 1000;
  }

  private report(urgent: boolean, at: number): void {
    const admitted = this.pace.admits(urgent, at);
    (admitted ? this.taken : this.refused)[urgent ? 'urgent' : 'other'] += 1;
    if (admitted) this.waiting.push(at);
  }

  private plan(at: number): void {
    this.ageMs = at - (this.waiting.shift() ?? at);
    this.planned += 1;
    this.pace.planned({ reportedAtMs: at - this.ageMs, plannedAtMs: at }, at);
  }
}

describe('Pace', () => {
  it('takes everything while the pipeline keeps up', () => {
    const pipeline = new Pipeline(new Pace(LATE_MS), 200);
    pipeline.run(60, 190, 0);
    expect(pipeline.refused).toEqual({ urgent: 0, other: 0 });
  });

  it('takes what the pipeline can do at three times as much, and every urgent report', () => {
    const pipeline = new Pipeline(new Pace(LATE_MS), 200);
    const over = pipeline.run(60, 600, 0);
    expect(pipeline.planned / 60).toBeGreaterThan(195);
    expect(pipeline.refused.urgent).toBe(0);
    expect(pipeline.taken.urgent).toBe(3600);
    expect(pipeline.ageMs).toBeLessThan(2 * LATE_MS);
    // what was taken is planned soon after the rush, and nobody is refused any more
    const refused = pipeline.refused.other;
    pipeline.run(10, 100, pipeline.run(5, 100, over));
    expect(pipeline.ageMs).toBeLessThan(100);
    expect(pipeline.refused.other - refused).toBeLessThan(200);
  });

  it('is not misled by plans that come in bursts of seconds', () => {
    const pipeline = new Pipeline(new Pace(LATE_MS), 200, 500);
    pipeline.run(60, 600, 0);
    expect(pipeline.planned / 60).toBeGreaterThan(185);
    expect(pipeline.refused.urgent).toBe(0);
    expect(pipeline.ageMs).toBeLessThan(3 * LATE_MS);
  });

  it('refuses nobody for a few reports that are never planned', () => {
    const pace = new Pace(LATE_MS);
    for (let at = 0; at < 40_000; at += 1000) {
      pace.planned({ reportedAtMs: -100, plannedAtMs: 0 }, at);
      expect(pace.admits(false, at)).toBe(true);
    }
  });

  it('takes everything while nothing is planned at all, and afterwards what comes at an ordinary rate', () => {
    const pipeline = new Pipeline(new Pace(LATE_MS), 0);
    const down = pipeline.run(60, 20, 0);
    expect(pipeline.refused.other).toBe(0);
    pipeline.perSecond = 1000;
    pipeline.run(10, 20, down);
    expect(pipeline.refused.other).toBe(0);
    expect(pipeline.planned).toBeGreaterThan(1390);
  });

  it('takes the first report after a quiet time, however late the last one was planned', () => {
    const pace = new Pace(LATE_MS);
    pace.planned({ reportedAtMs: -60_000, plannedAtMs: 0 }, 0);
    for (let n = 0; n < 51; n += 1) pace.admits(true, 0);
    expect(pace.admits(false, 100)).toBe(false);
    expect(pace.admits(true, 100)).toBe(true);
    expect(pace.admits(false, 5001)).toBe(true);
  });

  it('does not take old news for lateness', () => {
    const pace = new Pace(LATE_MS);
    pace.planned({ reportedAtMs: -60_000, plannedAtMs: -59_900 }, 0);
    for (let n = 0; n < 100; n += 1) expect(pace.admits(false, 0)).toBe(true);
  });

  it('tells who has to wait long before it refuses anybody', () => {
    const pace = new Pace(30_000);
    const pipeline = new Pipeline(pace, 100);
    const calm = pipeline.run(20, 90, 0);
    expect(pace.waits(calm)).toBe(false);
    const rush = pipeline.run(10, 200, calm);
    expect(pace.waits(rush)).toBe(true);
    expect(pipeline.refused).toEqual({ urgent: 0, other: 0 });
    const over = pipeline.run(20, 10, rush);
    expect(pace.waits(over)).toBe(false);
    expect(pace.waits(over + 60_000)).toBe(false);
  });

  it('refuses what can wait once it would wait longer than the limit', () => {
    const pipeline = new Pipeline(new Pace(30_000), 100);
    pipeline.run(120, 200, 0);
    expect(pipeline.refused.urgent).toBe(0);
    expect(pipeline.refused.other).toBeGreaterThan(0);
    expect(pipeline.ageMs).toBeLessThan(2 * 30_000);
    expect(pipeline.planned / 120).toBeGreaterThan(95);
  });

  it('is never late when told so', () => {
    const pace = new Pace(0);
    pace.planned({ reportedAtMs: -60_000, plannedAtMs: 0 }, 0);
    for (let n = 0; n < 51; n += 1) pace.admits(true, 0);
    expect(pace.admits(false, 1)).toBe(true);
  });
});
