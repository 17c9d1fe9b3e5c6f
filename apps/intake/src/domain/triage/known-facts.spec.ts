import { describe, expect, it } from '@jest/globals';
import { DANGER_FLAGS, type Priority } from '#contracts';
import fc from 'fast-check';
import { INCIDENT_TYPES, incidentType, type IncidentType } from '../incident-types/index.js';
import { joinFacts, type KnownFacts } from './known-facts.js';
import { triage, triageAgain, type Grading } from './triage.js';
import type { TriageFacts } from './triage-rules.js';

const receivedAt = new Date('2026-05-21T00:40:00.000Z');
const ENTERPRISE = { name: '示范厂' };
const NOTHING: KnownFacts = {
  enterprise: ENTERPRISE,
  flags: [],
  crowd: 0,
  injured: 0,
  estimatedLossFen: 0,
  details: {},
};
const told = (more: Partial<KnownFacts>): KnownFacts => ({ ...NOTHING, ...more });
const of = (type: IncidentType, facts: KnownFacts): TriageFacts => ({ ...facts, type, receivedAt });

function type(code: string): IncidentType {
  const found = incidentType(code);
  if (!found) throw new Error(code);
  return found;
}

/** The grading after reports that each tell a part. */
function inParts(of_: IncidentType, [first = NOTHING, ...later]: readonly KnownFacts[]): Grading {
  let facts = first;
  let grading = triage(of(of_, facts));
  for (const part of later) {
    ({ facts } = joinFacts(facts, part));
    grading = triageAgain(of(of_, facts), grading);
  }
  return grading;
}

describe('facts that grow', () => {
  it('are joined: nothing is dropped, nothing shrinks', () => {
    const known = told({ flags: ['weapon'], crowd: 40, details: { items: [{ name: 'a' }], cctv: true, place: 'x' } });
    const more = told({ flags: ['hostage', 'weapon'], crowd: 3, injured: 2, details: { items: [{ name: 'b' }, { name: 'a' }], cctv: false } }); // prettier-ignore
    expect(joinFacts(known, more)).toEqual({
      facts: {
        enterprise: ENTERPRISE,
        flags: ['weapon', 'hostage'],
        crowd: 40,
        injured: 2,
        estimatedLossFen: 0,
        details: { items: [{ name: 'a' }, { name: 'b' }], cctv: true, place: 'x' },
      },
      grown: ['flags', 'injured', 'details'],
      newFlags: ['hostage'],
    });
    expect(joinFacts(known, known).grown).toEqual([]);
  });

  it('a second call that brings a weapon and two injured is graded as one report that tells all', () => {
    const first = told({ crowd: 3 });
    const second = told({ flags: ['weapon', 'life_threat'], crowd: 40, injured: 2 });
    const grading = inParts(type('E201'), [first, second]);
    expect(grading.priority).toBe('P1');
    expect(grading.plan.atOnce).toEqual(['PS', 'SEC', 'PAT', 'X120']);
    expect(grading).toEqual(triage(of(type('E201'), joinFacts(first, second).facts)));
  });

  it('replace the rules that fired: each stands once, however often it is graded', () => {
    const grading = inParts(type('E101'), [told({}), told({ crowd: 5 }), told({ injured: 1 })]);
    expect(grading.firedRules.map(({ rule }) => rule)).toEqual(['type-default', 'injury']);
  });

  it('give the same priority, plan and restriction in one report and in three, for every type', () => {
    const part = fc.record({
      enterprise: fc.constantFrom(undefined, ENTERPRISE),
      flags: fc.subarray([...DANGER_FLAGS]),
      crowd: fc.integer({ min: 0, max: 50 }),
      injured: fc.integer({ min: 0, max: 3 }),
      estimatedLossFen: fc.integer({ min: 0, max: 20_000_000 }),
      details: fc.constantFrom({}, { ongoing: true }, { transferredAt: '2026-05-21T00:00:00Z' }),
    });
    fc.assert(
      fc.property(fc.constantFrom(...INCIDENT_TYPES), part, part, part, (of_, a, b, c) => {
        const all = joinFacts(joinFacts(a, b).facts, c).facts;
        const one = triage(of(of_, all));
        const three = inParts(of_, [a, b, c]);
        expect([three.priority, three.plan, three.restricted]).toEqual([one.priority, one.plan, one.restricted]);
        expect(three.firedRules).toEqual(one.firedRules);
      }),
    );
  });

  it('never lower a priority, and overrule a chief who lowered it by news alone', () => {
    const e101 = type('E101');
    const before = triage(of(e101, told({ flags: ['life_threat'] })));
    const lowered = {
      priority: 'P3' as Priority,
      firedRules: [...before.firedRules, { rule: 'lowered-by-person', effect: 'P3', reason: { zh: '误报', en: 'wrong' } }],
    }; // prettier-ignore
    const again = (flags: KnownFacts['flags']) => triageAgain(of(e101, told({ flags })), lowered);
    expect(again(['life_threat']).priority).toBe('P3');
    expect(again(['life_threat', 'production_halted']).priority).toBe('P2');
    expect(again(['life_threat', 'weapon']).priority).toBe('P1');
    expect(again(['life_threat']).firedRules.map(({ rule }) => rule)).toContain('lowered-by-person');
  });

  it('start the fast track once a later report names the enterprise', () => {
    const nobodys = told({ enterprise: undefined });
    const grading = inParts(type('E101'), [nobodys, told({})]);
    expect(triage(of(type('E101'), nobodys)).plan).toMatchObject({ id: 'general-desk', atOnce: [], inform: ['CMD'] });
    expect(grading).toEqual(triage(of(type('E101'), told({}))));
    expect(joinFacts(told({}), { enterprise: { name: '另一家' } }).grown).toEqual([]);
  });

  it('send no patrol to fraud, cyber or economic crime, however urgent', () => {
    const fraud = triage(of(type('E104'), told({ details: { transferredAt: '2026-05-21T00:30:00Z' } })));
    expect([fraud.priority, fraud.plan.atOnce.includes('PAT')]).toEqual(['P1', false]);
    expect(triage(of(type('E101'), told({ flags: ['weapon'] }))).plan.atOnce).toContain('PAT');
  });
});
