import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { completionTime, MILESTONES, reachMilestone, type MilestoneFacts, type MilestoneState } from './milestones.js';

const at = (minute: number) => new Date(Date.UTC(2026, 0, 1, 8, minute));
const stated = (minute: number) => ({ at: at(minute), stated: true });

describe('reachMilestone', () => {
  const issued: MilestoneFacts = { ISSUED: { at: at(0).toISOString() } };

  it('moves forward and keeps the time', () => {
    const change = reachMilestone('ISSUED', issued, 'ACKNOWLEDGED', stated(1));
    expect(change).toMatchObject({ state: 'ACKNOWLEDGED', inferred: [] });
    expect(change?.milestones['ACKNOWLEDGED']).toEqual({ at: at(1).toISOString() });
  });

  it('infers an acknowledgement that nobody reported, and marks it', () => {
    const change = reachMilestone('ISSUED', issued, 'ARRIVED', stated(9));
    expect(change).toMatchObject({ state: 'ARRIVED', inferred: ['ACKNOWLEDGED'] });
    expect(change?.milestones['ACKNOWLEDGED']).toEqual({ at: at(9).toISOString(), inferred: true });
  });

  it('says nothing new for a repetition, and takes an earlier time', () => {
    const once = reachMilestone('ISSUED', issued, 'ARRIVED', stated(9));
    expect(reachMilestone('ARRIVED', once?.milestones ?? {}, 'ARRIVED', stated(9))).toBeUndefined();
    expect(reachMilestone('ARRIVED', once?.milestones ?? {}, 'ARRIVED', stated(12))).toBeUndefined();
    const earlier = reachMilestone('ARRIVED', once?.milestones ?? {}, 'ARRIVED', stated(7));
    expect(earlier?.milestones['ARRIVED']).toEqual({ at: at(7).toISOString() });
  });

  it('replaces an inferred time by a reported one without moving back', () => {
    const jumped = reachMilestone('ISSUED', issued, 'WORKING', stated(9));
    const late = reachMilestone('WORKING', jumped?.milestones ?? {}, 'ACKNOWLEDGED', stated(2));
    expect(late?.state).toBe('WORKING');
    expect(late?.milestones['ACKNOWLEDGED']).toEqual({ at: at(2).toISOString() });
  });

  it('keeps a late milestone of a completed assignment without waking it up', () => {
    const late = reachMilestone('COMPLETED', issued, 'ARRIVED', stated(5));
    expect(late?.state).toBe('COMPLETED');
    expect(late?.milestones['ARRIVED']).toEqual({ at: at(5).toISOString() });
  });

  it('refuses a stated time that contradicts another milestone', () => {
    const way: MilestoneFacts = {
      ...issued,
      ACKNOWLEDGED: { at: at(2).toISOString() },
      ARRIVED: { at: at(9).toISOString() },
    };
    const refused = (milestone: MilestoneState, minute: number) => () =>
      reachMilestone('ARRIVED', way, milestone, stated(minute));
    expect(refused('EN_ROUTE', 10)).toThrow('assignment.time-out-of-range');
    expect(refused('WORKING', 8)).toThrow('assignment.time-out-of-range');
    expect(refused('ACKNOWLEDGED', 10)).not.toThrow();
    expect(() => completionTime(way, stated(1))).toThrow('assignment.time-out-of-range');
    expect(completionTime(way, stated(9))).toEqual(at(9));
  });

  it('marks a departure that is told after the arrival, without its time, as inferred', () => {
    const arrived: MilestoneFacts = { ...issued, ARRIVED: { at: at(9).toISOString() } };
    const late = reachMilestone('ARRIVED', arrived, 'EN_ROUTE', { at: at(12), stated: false });
    expect(late).toMatchObject({ state: 'ARRIVED', inferred: ['ACKNOWLEDGED', 'EN_ROUTE'] });
    expect(late?.milestones['EN_ROUTE']).toEqual({ at: at(9).toISOString(), inferred: true });
    expect(
      reachMilestone('ARRIVED', late?.milestones ?? {}, 'EN_ROUTE', { at: at(13), stated: false }),
    ).toBeUndefined();
  });

  it('moves what is only inferred with the milestone that implies it', () => {
    const arrived = reachMilestone('ISSUED', issued, 'ARRIVED', stated(9))?.milestones ?? {};
    const earlier = reachMilestone('ARRIVED', arrived, 'ARRIVED', stated(7));
    expect(earlier?.milestones['ACKNOWLEDGED']).toEqual({ at: at(7).toISOString(), inferred: true });
  });

  it('ends furthest on the way, its milestones one after the other, whatever is told in whatever order', () => {
    const told = fc.record({
      milestone: fc.constantFrom(...MILESTONES.slice(1)),
      minute: fc.integer({ min: 1, max: 59 }),
      stated: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(told, { minLength: 1, maxLength: 12 }), (list) => {
        let state = 'ISSUED';
        let milestones = issued;
        let furthest = 0;
        for (const { milestone, minute, stated: named } of list) {
          let change: ReturnType<typeof reachMilestone>;
          try {
            change = reachMilestone(state, milestones, milestone, { at: at(minute), stated: named });
          } catch {
            continue;
          }
          furthest = Math.max(furthest, MILESTONES.indexOf(milestone));
          if (change) ({ state, milestones } = change);
        }
        const times = MILESTONES.flatMap((milestone) => milestones[milestone]?.at ?? []);
        return state === MILESTONES[furthest] && times.every((time, n) => n === 0 || (times[n - 1] ?? '') <= time);
      }),
    );
  });
});
