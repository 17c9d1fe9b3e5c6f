import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { MILESTONES, reachMilestone, type MilestoneFacts } from './milestones.js';

const at = (minute: number) => new Date(Date.UTC(2026, 0, 1, 8, minute));

describe('reachMilestone', () => {
  const issued: MilestoneFacts = { ISSUED: { at: at(0).toISOString() } };

  it('moves forward and keeps the time', () => {
    const change = reachMilestone('ISSUED', issued, 'ACKNOWLEDGED', at(1));
    expect(change).toMatchObject({ state: 'ACKNOWLEDGED', inferred: [] });
    expect(change?.milestones['ACKNOWLEDGED']).toEqual({ at: at(1).toISOString() });
  });

  it('infers an acknowledgement that nobody reported, and marks it', () => {
    const change = reachMilestone('ISSUED', issued, 'ARRIVED', at(9));
    expect(change).toMatchObject({ state: 'ARRIVED', inferred: ['ACKNOWLEDGED'] });
    expect(change?.milestones['ACKNOWLEDGED']).toEqual({ at: at(9).toISOString(), inferred: true });
  });

  it('says nothing new for a repetition, and takes an earlier time', () => {
    const once = reachMilestone('ISSUED', issued, 'ARRIVED', at(9));
    expect(reachMilestone('ARRIVED', once?.milestones ?? {}, 'ARRIVED', at(9))).toBeUndefined();
    expect(reachMilestone('ARRIVED', once?.milestones ?? {}, 'ARRIVED', at(12))).toBeUndefined();
    const earlier = reachMilestone('ARRIVED', once?.milestones ?? {}, 'ARRIVED', at(7));
    expect(earlier?.milestones['ARRIVED']).toEqual({ at: at(7).toISOString() });
  });

  it('replaces an inferred time by a reported one without moving back', () => {
    const jumped = reachMilestone('ISSUED', issued, 'WORKING', at(9));
    const late = reachMilestone('WORKING', jumped?.milestones ?? {}, 'ACKNOWLEDGED', at(2));
    expect(late?.state).toBe('WORKING');
    expect(late?.milestones['ACKNOWLEDGED']).toEqual({ at: at(2).toISOString() });
  });

  it('keeps a late milestone of a completed assignment without waking it up', () => {
    const late = reachMilestone('COMPLETED', issued, 'ARRIVED', at(5));
    expect(late?.state).toBe('COMPLETED');
    expect(late?.milestones['ARRIVED']).toEqual({ at: at(5).toISOString() });
  });

  it('ends in the same state and earliest times whatever the order of arrival', () => {
    const reports = fc.array(fc.tuple(fc.constantFrom(...MILESTONES.slice(1)), fc.integer({ min: 1, max: 59 })), {
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(reports, (list) => {
        let state = 'ISSUED';
        let milestones = issued;
        for (const [milestone, minute] of list) {
          const change = reachMilestone(state, milestones, milestone, at(minute));
          if (!change) continue;
          ({ state, milestones } = change);
        }
        const furthest = Math.max(...list.map(([milestone]) => MILESTONES.indexOf(milestone)));
        const earliest = (milestone: string) =>
          Math.min(...list.filter(([each]) => each === milestone).map(([, minute]) => minute));
        return (
          state === MILESTONES[furthest] &&
          list.every(([milestone]) => milestones[milestone]?.at === at(earliest(milestone)).toISOString())
        );
      }),
    );
  });
});
