import { describe, expect, it } from '@jest/globals';
import { acknowledgeLimitSeconds, firstStage, nextStage, stageOf } from './clocks.js';

describe('acknowledgement clock', () => {
  const start = new Date('2026-05-21T00:00:00Z');
  const after = (seconds: number) => new Date(start.getTime() + seconds * 1000);

  it('reminds at half, breaches at the limit, escalates at twice the limit, then is silent', () => {
    const limit = acknowledgeLimitSeconds('R3');
    expect(limit).toBe(180);
    expect(firstStage(start, limit)).toEqual({ percent: 50, dueAt: after(90) });
    expect(nextStage(start, limit, 50)).toEqual({ percent: 100, dueAt: after(180) });
    expect(nextStage(start, limit, 100)).toEqual({ percent: 200, dueAt: after(360) });
    expect(nextStage(start, limit, 200)).toBeUndefined();
  });

  it('tells the duty leader of the unit first, the duty chief later', () => {
    expect(stageOf(100)).toMatchObject({ escalatedTo: 'unit_duty_leader' });
    expect(stageOf(200)).toMatchObject({ escalatedTo: 'duty_chief' });
  });
});
