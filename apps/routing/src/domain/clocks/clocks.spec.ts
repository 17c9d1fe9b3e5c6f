import { describe, expect, it } from '@jest/globals';
import { CLOCK_KINDS, CLOCK_STEPS, SLA_PROFILES, ZONES } from '#contracts';
import { MILESTONES } from '../milestones.js';
import type { Clock, ClockFacts } from './clock.js';
import { CLOCKS } from './index.js';
import { afterRing, nextRing, type Clocked } from './ringing.js';

const start = new Date('2026-05-21T00:00:00.000Z');
const after = (seconds: number) => new Date(start.getTime() + seconds * 1000);
const facts: ClockFacts = { slaProfile: 'R3', priority: 'P3', lateMs: 0, place: { zone: 'urban' } };
const issued: Clocked = { state: 'ISSUED', milestones: { ISSUED: { at: start.toISOString() } } };

describe.each(Object.entries(CLOCKS))('the %s clock', (kind, clock) => {
  it('is named as the vocabulary names it, in both languages', () => {
    expect(clock.kind).toBe(kind);
    expect(CLOCK_KINDS).toContain(kind);
    expect(clock.name.zh && clock.name.en).toBeTruthy();
  });

  it('starts before what stops it', () => {
    expect(clock.stops.length).toBeGreaterThan(0);
    for (const stop of clock.stops) expect(MILESTONES.indexOf(stop)).toBeGreaterThan(MILESTONES.indexOf(clock.starts));
  });

  it('climbs its ladder, and breaches from the limit on', () => {
    const percents = clock.ladder.map(({ percent }) => percent);
    expect(percents).toEqual([...new Set(percents)].sort((a, b) => a - b));
    for (const { percent, says } of clock.ladder) expect(says).toBe(percent < 100 ? 'warned' : 'breached');
    expect(CLOCK_STEPS).toEqual(expect.arrayContaining(percents));
  });

  it('has a limit of whole seconds or none, for every profile and zone', () => {
    for (const slaProfile of SLA_PROFILES) {
      for (const zone of ZONES) {
        const limit = clock.limitSeconds({ ...facts, slaProfile, place: { zone } });
        if (limit !== undefined) expect(Number.isInteger(limit) && limit > 0).toBe(true);
      }
    }
  });
});

describe('what rings next', () => {
  const rings = (assignment: Clocked, clocks?: readonly Clock[]) => {
    const told: string[] = [];
    let rung = assignment.rung;
    for (let ring = nextRing(assignment, facts, clocks); ring;) {
      const seconds = (ring.dueAt.getTime() - start.getTime()) / 1000;
      told.push(`${seconds} ${ring.clock.kind} ${ring.stage.percent} ${ring.stage.escalatedTo ?? '-'}`);
      rung = afterRing(rung, ring);
      ring = nextRing({ ...assignment, rung }, facts, clocks);
    }
    return told;
  };

  it('is a reminder at half, a breach at the limit, an escalation at twice the limit, then nothing', () => {
    expect(rings(issued)).toEqual([
      '90 acknowledge 50 -',
      '180 acknowledge 100 unit_duty_leader',
      '360 acknowledge 200 duty_chief',
    ]);
    expect(rings({ ...issued, state: 'DECLINE_REQUESTED' })).toHaveLength(3);
  });

  it('comes as soon as the priority asks, where that is stricter than the type', () => {
    const limit = (slaProfile: ClockFacts['slaProfile'], priority: ClockFacts['priority']) =>
      CLOCKS.acknowledge.limitSeconds({ ...facts, slaProfile, priority });
    expect([limit('R3', 'P3'), limit('R3', 'P2'), limit('R3', 'P1')]).toEqual([180, 60, 30]);
    expect([limit('RF', 'P2'), limit('R1', 'P4')]).toEqual([30, 30]);
  });

  it('is nothing once the milestone is reached, or implied, or the assignment is over', () => {
    const at = after(10).toISOString();
    expect(rings({ ...issued, milestones: { ...issued.milestones, ACKNOWLEDGED: { at, inferred: true } } })).toEqual(
      [],
    );
    expect(rings({ ...issued, state: 'RECALLED' })).toEqual([]);
  });

  it('counts from the real issue of a report that was entered afterwards', () => {
    const late = nextRing(issued, { ...facts, lateMs: 3_600_000 });
    expect(late).toMatchObject({ startedAt: after(3600), dueAt: after(3690), limitSeconds: 180 });
  });

  it('is the earliest of several clocks, each with a ladder of its own', () => {
    const depart: Clock = {
      ...CLOCKS.acknowledge,
      kind: 'depart' as Clock['kind'],
      limitSeconds: () => 100,
      ladder: [{ percent: 100, says: 'breached' }],
    };
    const both = rings(issued, [CLOCKS.acknowledge, depart]).map((told) => told.split(' ').slice(0, 2).join(' '));
    expect(both).toEqual(['90 acknowledge', '100 depart', '180 acknowledge', '360 acknowledge']);
  });
});
