import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { INCIDENT_TYPES, incidentType, type IncidentType } from '../incident-types/index.js';
import { DANGER_FLAGS } from '#contracts';
import { isHigher } from '../priority.js';
import { triage } from './triage.js';
import type { TriageFacts } from './triage-rules.js';
import { DEFAULT_TRIAGE } from './triage-settings.js';

const FLAGS = [...DANGER_FLAGS];
const TIERS = ['key', 'unicorn', 'whitelist', 'major_project', 'star5', 'hazmat'];

function type(code: string): IncidentType {
  const found = incidentType(code);
  if (!found) throw new Error(code);
  return found;
}

const report = (overrides: Partial<TriageFacts> & { code?: string } = {}): TriageFacts => ({
  type: type(overrides.code ?? 'E101'),
  flags: [],
  crowd: 0,
  injured: 0,
  estimatedLossFen: 0,
  details: {},
  receivedAt: new Date('2022-05-21T00:40:00Z'),
  enterprise: {},
  ...overrides,
});

const anyReport: fc.Arbitrary<TriageFacts> = fc.record({
  type: fc.constantFrom(...INCIDENT_TYPES),
  flags: fc.subarray(FLAGS),
  crowd: fc.integer({ min: 0, max: 100 }),
  injured: fc.integer({ min: 0, max: 3 }),
  estimatedLossFen: fc.integer({ min: 0, max: 2 * DEFAULT_TRIAGE.largeLossFen }),
  details: fc.constantFrom<TriageFacts['details'][]>(
    {},
    { ongoing: true, projectId: '示范二期' },
    { payments: [{ transferredAt: '2022-05-21T00:00:00Z' }], aboutToMove: true, criticalDown: true },
  ),
  receivedAt: fc.constant(new Date('2022-05-21T00:40:00Z')),
  enterprise: fc.constant({}),
});

const rules = (facts: TriageFacts) => triage(facts).firedRules.map(({ rule, effect }) => `${rule}:${effect}`);

describe('triage', () => {
  it.each([
    ['type default', report(), ['type-default:P3']],
    ['danger', report({ flags: ['weapon'] }), ['type-default:P3', 'danger:P1', 'nearest:+PAT']],
    ['a dangerous crowd', report({ code: 'E201', crowd: 30 }), ['type-default:P2', 'danger:P1', 'urgent:P1']],
    ['a crowd', report({ crowd: 10 }), ['type-default:P3', 'urgent:P2']],
    ['a smaller crowd', report({ crowd: 9 }), ['type-default:P3']],
    ['urgency', report({ flags: ['in_progress'] }), ['type-default:P3', 'urgent:P2']],
    ['a large loss', report({ estimatedLossFen: 10_000_000 }), ['type-default:P3', 'large-loss:P2']],
    ['a loss just below', report({ estimatedLossFen: 9_999_999 }), ['type-default:P3']],
    ['a large loss, already P2', report({ code: 'E201', estimatedLossFen: 10_000_000 }), ['type-default:P2']],
    ['an injury', report({ injured: 1 }), ['type-default:P3', 'injury:+X120']],
    ['insiders', report({ flags: ['insider_suspected'] }), ['type-default:P3', 'insider:restricted']],
  ])('says which rules fired: %s', (_what, facts, expected) => expect(rules(facts)).toEqual(expected));

  it.each([
    ['2022-05-20T00:40:00Z', 'P1'],
    ['2022-05-20T00:39:59Z', 'P2'],
    ['2022-05-21T01:30:00Z', 'P1'],
    ['2022-05-21T03:00:00Z', 'P2'],
    ['nonsense', 'P2'],
  ])('grades a fraud by the time of its latest transfer, %s: %s', (transferredAt, priority) => {
    const long = { transferredAt: '2022-05-01T00:00:00Z' };
    for (const details of [
      { transferredAt },
      { payments: [long, { transferredAt }] },
      { ...long, payments: [{ transferredAt }] },
    ])
      expect(triage(report({ code: 'E104', details })).priority).toBe(priority);
  });

  it.each([
    ['E109', { details: { aboutToMove: true } }, 'P2'],
    ['E111', { details: { criticalDown: true } }, 'P1'],
    ['E111', { flags: ['critical_service'] }, 'P1'],
    ['E112', { details: { ongoing: true } }, 'P2'],
    ['E112', { flags: ['ongoing_leak'] }, 'P2'],
    ['E301', { injured: 1 }, 'P1'],
    ['E301', { flags: ['hazmat_release'] }, 'P1'],
    ['E302', { flags: ['critical_service'] }, 'P2'],
    ['E601', { crowd: 10 }, 'P2'],
  ] satisfies [string, Partial<TriageFacts>, string][])('%s with %j is %s', (code, facts, priority) => {
    expect(triage(report({ code, ...facts })).priority).toBe(priority);
    expect(triage(report({ code })).priority).not.toBe(priority);
  });

  it('tells those who look after foreigners and projects, and sends the railway police', () => {
    const facts = report({ flags: ['foreign_national', 'rail_land'], details: { projectId: '示范二期' } });
    expect(rules(facts)).toEqual(['type-default:P3', 'railway:+RWY', 'foreigner:(EEA)', 'project:(ESO)']);
    expect(triage(facts).plan).toEqual({
      id: 'E101+railway+foreigner+project',
      version: 1,
      atOnce: ['PS', 'CID', 'AST', 'RWY'],
      inform: ['ISEC', 'EEA', 'ESO'],
    });
  });

  it('raises a trade secret that is still leaking, and restricts it', () => {
    expect(triage(report({ code: 'E108', details: { ongoing: true } }))).toMatchObject({
      priority: 'P2',
      restricted: true,
    });
    expect(triage(report({ code: 'E108' })).priority).toBe('P3');
  });

  it('passes what concerns no enterprise to the general desk, and says so', () => {
    const grading = triage(report({ enterprise: undefined, flags: ['weapon'], injured: 1 }));
    expect(grading).toMatchObject({ priority: 'P1', enterpriseRelated: false });
    expect(grading.plan).toEqual({ id: 'general-desk', version: 1, atOnce: [], inform: ['CMD'] });
    expect(grading.firedRules.map(({ rule }) => rule)).toEqual(['type-default', 'danger', 'general-desk']);
    expect(triage(report({ enterprise: undefined, flags: ['production_halted'] })).plan.atOnce).toContain('PS');
  });

  it('adds to the plan behind the lead and names what it added', () => {
    const { plan } = triage(report({ injured: 2, flags: ['hazmat_release', 'fire_explosion'] }));
    expect(plan).toEqual({
      id: 'E101+injury+fire+hazmat+nearest',
      version: 1,
      atOnce: ['PS', 'CID', 'AST', 'X120', 'X119', 'SEC', 'XEM', 'PAT'],
      inform: ['ISEC'],
    });
  });

  it('gives the same priority, plan and rules whatever the tier of the enterprise', () => {
    fc.assert(
      fc.property(anyReport, fc.subarray(TIERS), fc.subarray(TIERS), (facts, one, other) => {
        expect(triage({ ...facts, enterprise: { tags: one } })).toEqual(
          triage({ ...facts, enterprise: { tags: other } }),
        );
      }),
    );
  });

  it('never lowers by a further flag, more people or more loss', () => {
    fc.assert(
      fc.property(anyReport, fc.constantFrom(...FLAGS), fc.nat(50), fc.nat(1e9), (facts, flag, people, fen) => {
        const worse: TriageFacts = {
          ...facts,
          flags: [...new Set([...facts.flags, flag])],
          crowd: facts.crowd + people,
          estimatedLossFen: facts.estimatedLossFen + fen,
        };
        expect(isHigher(triage(facts).priority, triage(worse).priority)).toBe(false);
      }),
    );
  });

  it('keeps the lead, plans nobody twice, and equal plan ids mean equal plans', () => {
    const plans = new Map<string, unknown>();
    fc.assert(
      fc.property(anyReport, (facts) => {
        const { plan } = triage(facts);
        const everybody = [...plan.atOnce, ...plan.inform];
        expect(plan.atOnce[0]).toBe(facts.type.plan.atOnce[0]);
        expect(new Set(everybody).size).toBe(everybody.length);
        expect(everybody).toEqual(expect.arrayContaining([...facts.type.plan.atOnce, ...facts.type.plan.inform]));
        expect(plans.get(plan.id) ?? plan).toEqual(plan);
        plans.set(plan.id, plan);
      }),
    );
  });

  it('explains its result in both languages, in rules that only rise', () => {
    fc.assert(
      fc.property(anyReport, (facts) => {
        const { firedRules, priority } = triage(facts);
        const levels = firedRules.map(({ effect }) => effect).filter((effect) => /^P\d$/.test(effect));
        expect(levels).toEqual([...levels].sort().reverse());
        expect(levels.at(-1)).toBe(priority);
        for (const { reason } of firedRules) expect(reason.zh && reason.en).toBeTruthy();
      }),
    );
  });
});
