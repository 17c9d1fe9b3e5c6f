import { describe, expect, it } from '@jest/globals';
import { INCIDENT_STATES, PRIORITIES } from '#contracts';
import { Refusal } from '#domain-kit';
import fc from 'fast-check';
import { isHigher } from '../priority.js';
import { cancel, close, incidentLifecycle, isOpen, type IncidentStanding } from './incident.js';
import { attachReport } from './attach-report.js';
import { regrade } from './regrade.js';

const start = new Date('2022-05-21T00:40:00Z').getTime();
const after = (hours: number) => new Date(start + hours * 3_600_000);
const fired = { rule: 'type-default', effect: 'P3', reason: { zh: '默认', en: 'default' } };

const incident = (overrides: Partial<IncidentStanding> = {}): IncidentStanding => ({
  state: 'TRIAGED',
  priority: 'P3',
  firedRules: [fired],
  reportCount: 1,
  recentReports: [after(0).toISOString()],
  ...overrides,
});

/** The incident after reports at these hours. */
const attachAll = (first: IncidentStanding, hours: readonly number[]): IncidentStanding =>
  hours.reduce<IncidentStanding>((before, hour) => {
    const { regrading, ...counted } = attachReport(before, after(hour));
    return { ...before, ...counted, ...(regrading && { priority: regrading.to, firedRules: regrading.firedRules }) };
  }, first);

/** What `act` answers, or the code of its refusal. */
function codeOr(act: () => string | undefined): string | undefined {
  try {
    return act();
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
}

describe('attaching a report', () => {
  it('raises the priority with the third report within 24 hours, once', () => {
    expect(attachAll(incident(), [1])).toMatchObject({ priority: 'P3', reportCount: 2 });
    const raised = attachAll(incident({ priority: 'P4' }), [1, 24]);
    expect(raised).toMatchObject({ priority: 'P3', reportCount: 3 });
    expect(raised.firedRules.at(-1)).toMatchObject({ rule: 'repeated-reports', effect: 'P3' });
    expect(attachAll(raised, [2, 3, 4]).priority).toBe('P3');
  });

  it('does not raise above P2, nor for reports far apart, nor what the duty chief lowered', () => {
    expect(attachAll(incident({ priority: 'P2' }), [1, 2]).priority).toBe('P2');
    expect(attachAll(incident(), [1, 25]).priority).toBe('P3');
    const lowered = incident({ firedRules: [{ ...fired, rule: 'lowered-by-person' }] });
    expect(attachAll(lowered, [1, 2]).priority).toBe('P3');
  });

  it('counts reports by when they came in, whatever the order in which they are entered', () => {
    const hours = fc.array(fc.integer({ min: 0, max: 60 }), { maxLength: 8 });
    fc.assert(
      fc.property(hours, (late) => {
        const done = attachAll(incident(), late);
        expect(done.reportCount).toBe(1 + late.length);
        expect(isHigher('P2', done.priority) || done.priority === 'P2').toBe(true);
        expect([...done.recentReports]).toEqual([...done.recentReports].sort());
        expect(done.recentReports.length).toBeLessThanOrEqual(3);
      }),
    );
  });

  it('is refused once the incident is over', () => {
    expect(() => attachReport(incident({ state: 'CLOSED' }), after(1))).toThrow('incident.over');
  });
});

describe('regrading', () => {
  it('goes up for a dispatcher and down for the duty chief only, and keeps the reason', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...PRIORITIES),
        fc.constantFrom(...PRIORITIES),
        fc.boolean(),
        (priority, to, chief) => {
          const roles = chief ? ['duty_chief'] : ['dispatcher'];
          const outcome = codeOr(
            () => regrade(incident({ priority }), { to, reason: '核实', roles }).firedRules.at(-1)?.rule,
          );
          const lowered = chief ? 'lowered-by-person' : 'incident.lowering-needs-chief';
          const expected =
            to === priority ? 'incident.same-priority' : isHigher(to, priority) ? 'raised-by-person' : lowered;
          expect(outcome).toBe(expected);
        },
      ),
    );
  });

  it('keeps the rules that fired before, and the reason', () => {
    const { from, to, firedRules } = regrade(incident(), { to: 'P1', reason: '核实', roles: ['dispatcher'] });
    expect([from, to]).toEqual(['P3', 'P1']);
    expect(firedRules).toEqual([fired, { rule: 'raised-by-person', effect: 'P1', reason: { zh: '核实', en: '核实' } }]);
  });

  it('is refused once the incident is over', () => {
    const decision = { to: 'P1', reason: 'x', roles: ['duty_chief'] } as const;
    expect(() => regrade(incident({ state: 'CANCELLED' }), decision)).toThrow('incident.over');
  });
});

describe('closing', () => {
  it('happens to an open incident, once', () => {
    expect(close(incident())).toBe('CLOSED');
    expect(close(incident({ state: 'CLOSED' }))).toBeUndefined();
    expect(close(incident({ state: 'CANCELLED' }))).toBeUndefined();
  });
});

describe('cancelling', () => {
  it('needs the duty chief for P1 and P2, and an incident that is open', () => {
    expect(cancel(incident(), ['dispatcher'])).toBe('CANCELLED');
    expect(cancel(incident({ priority: 'P1' }), ['duty_chief'])).toBe('CANCELLED');
    expect(() => cancel(incident({ priority: 'P2' }), ['dispatcher'])).toThrow('incident.cancelling-needs-chief');
    expect(() => cancel(incident({ state: 'CLOSED' }), ['duty_chief'])).toThrow('incident.over');
  });

  it('is over once a unit has taken the incident, and possible again when all of them were released', () => {
    const outcomes = INCIDENT_STATES.map((dispatchState) => [
      dispatchState,
      codeOr(() => cancel(incident({ dispatchState }), ['duty_chief'])),
    ]);
    const may = ['RECEIVED', 'TRIAGED', 'DISPATCHED'];
    expect(outcomes).toEqual(
      INCIDENT_STATES.map((state) => [state, may.includes(state) ? 'CANCELLED' : 'incident.under-way']),
    );
  });

  it('is refused once a case was opened', () => {
    expect(() => cancel(incident({ caseNumber: 'A1' }), ['duty_chief'])).toThrow('incident.has-case');
  });

  it('knows which states are open', () => {
    expect(incidentLifecycle.states.filter(isOpen)).toEqual(['TRIAGED']);
  });
});
