import { describe, expect, it } from '@jest/globals';
import { CASE_KINDS, DISCIPLINES, readerOf, SLA_PROFILES, TYPE_GROUPS, type DangerFlag } from '#contracts';
import type { Texts } from '#domain-kit';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import fc from 'fast-check';
import { triage } from '../triage/triage.js';
import type { FieldSpec } from './fields.js';
import { defineIncidentType } from './incident-type.js';
import { GROUP_NAMES, INCIDENT_TYPES, incidentType, type IncidentType } from './index.js';
import { SAMPLES } from './samples.fixture.js';

const faults = (code: string, details: object): string[] => {
  const type = incidentType(code);
  if (!type) throw new Error(code);
  const read = plainToInstance(type.details, details);
  return validateSync(read, { whitelist: true, forbidNonWhitelisted: true }).map(({ property }) => property);
};

const wordsOf = ({ label, advice, choices = [], items = [] }: FieldSpec): Texts[] => [
  label,
  ...(advice ? [advice] : []),
  ...choices.map(({ name }) => name),
  ...items.flatMap(wordsOf),
];
const isBilingual = ({ zh, en }: Texts): boolean =>
  zh.trim() === zh && (/\p{Script=Han}/u.test(zh) || zh === en) && /\w/.test(en) && !/\p{Script=Han}/u.test(en);

const factsOf = (type: IncidentType, tags: readonly string[]) => {
  const { flags = [], crowd = 0, injured = 0, estimatedLossFen = 0, details = {} } = SAMPLES[type.code] ?? {};
  const receivedAt = new Date('2026-05-20T01:00:00Z');
  return { type, flags, crowd, injured, estimatedLossFen, details, receivedAt, enterprise: { tags } };
};

describe.each(INCIDENT_TYPES.map((type) => [type.code, type] as const))('incident type %s', (code, type) => {
  it('is found by its code, alone', () => {
    expect(incidentType(code)).toBe(type);
    expect(INCIDENT_TYPES.filter(({ key, code: other }) => key === type.key || other === code)).toHaveLength(1);
  });

  it('can be dispatched without any details, and refuses what it does not know', () => {
    expect(faults(code, {})).toEqual([]);
    expect(readerOf(type.details, 'request')({ surprise: 1 })).toBeUndefined();
    expect(readerOf(type.details, 'request')({})).toBeInstanceOf(type.details);
    expect(type.fields.filter(({ required }) => required)).toEqual([]);
  });

  it('says everything in both languages', () => {
    const { name, advice, escalations, fields } = type;
    const all = [name, advice, ...escalations.map(({ reason }) => reason), ...fields.flatMap(wordsOf)];
    expect(all.filter((words) => !isBilingual(words))).toEqual([]);
  });

  it('checks the type of every field', () => {
    for (const { name } of type.fields) expect(faults(code, { [name]: { wrong: true } })).toEqual([name]);
  });

  it('asks for five things at most, and stands in a group, with a plan, limits and a case of words we have', () => {
    expect(type.ask.length).toBeLessThanOrEqual(5);
    expect([...TYPE_GROUPS]).toContain(type.group);
    expect(DISCIPLINES).toEqual(expect.arrayContaining([...type.plan.atOnce, ...type.plan.inform]));
    expect(SLA_PROFILES).toContain(type.slaProfile);
    expect([undefined, ...CASE_KINDS]).toContain(type.caseKind);
  });

  it('has a sample report, which it takes and which leaves nothing open', () => {
    const { narrative, details = {} } = SAMPLES[code] ?? { narrative: '' };
    expect(narrative).toMatch(/\p{Script=Han}/u);
    expect(faults(code, details)).toEqual([]);
    expect(type.complete.filter((name) => !(name in details))).toEqual([]);
  });

  it('is graded and planned by facts alone, whatever the tier of the enterprise', () => {
    const tiers = fc.subarray(['key', 'unicorn', 'whitelist', 'major_project', 'star5', 'SRDI']);
    fc.assert(
      fc.property(
        tiers,
        tiers,
        fc.subarray<DangerFlag>(['weapon', 'in_progress', 'rail_land']),
        (one, other, flags) => {
          const [a, b] = [one, other].map((tags) => triage({ ...factsOf(type, tags), flags }));
          expect(a).toEqual(b);
        },
      ),
      { numRuns: 20 },
    );
    expect(triage(factsOf(type, [])).restricted).toBe(type.restricted);
  });
});

/** Code, priority, limits, kind of case, lead first, who is told: the catalogue at a glance. */
const CATALOGUE = `
E101 P3 R3 criminal PS,CID,AST ISEC
E102 P3 R3 criminal CID,PS,ECID ISEC,LEG restricted
E103 P1 R1 criminal PAT,PS,CID,AST X120
E104 P2 RF criminal PS,AFC,CID,CYB XBANK
E105 P3 RE economic ECID,PS LEG
E106 P3 RE economic ECID LEG restricted
E107 P4 RE economic ECID LEG restricted
E108 P3 RE economic FDE,CYB LEG,XIPO,XMSA restricted
E109 P3 RE economic FDE,PS XMSA,XIPO,XPROC
E110 P2 R2 criminal PS,CID,PAT LEG
E111 P2 RC criminal CYB,CID,PS -
E112 P3 RC criminal CYB,PS -
E113 P2 R2 criminal PS,CID,ISEC -
E114 P4 RE economic ECID LEG,XCOURT restricted
E115 P3 RC economic CYB,ECID,PS -
E116 P1 R1 criminal PAT,PS,CID,SEC X119,X120,XGOV
E117 P1 R1 criminal PAT,PS,CID,AST X120
E201 P2 R2 administrative PS,SEC,PAT XGOV
E202 P2 R2 administrative PS,SEC,PAT XGOV,ESO
E203 P2 R2 administrative PS,PAT X120
E204 P3 R3 administrative PS,SEC -
E205 P1 R1 administrative SEC,PS,CID,ISEC NAR,XEM
E301 P3 R3 administrative TRF,PS X120
E302 P3 R3 - TRF,PS XTRANS,XGOV
E401 P1 R1 - PS,X119,TRF,SEC X120,XEM
E501 P1 R1 - PS,PAT X119,X120
E601 P3 R3 - PS,SEC XHRSS,XGOV
E602 P4 R3 - PS X12345,XJUST
E603 P3 R3 - PS XGOV,XJUST
E604 P4 R3 - PS X12345,XMSA
E701 P1 R1 administrative PAT,PS,SEC,CYB XGOV
E801 P1 R1 - PS,SEC,TRF,ISEC XEM,X119,X120
E802 P1 R1 - PS,SEC,TRF,PAT XEM,X119,X120
E901 P4 R4 - AST ECID,CID restricted
E902 P3 RK - SUP -
E999 P3 R3 - PS -
F01 P4 RS - TRF -
F02 P4 RS - TRF,ADM -
F03 P4 RS - ADM -
F04 P4 RS - SEC,ISEC -
F05 P4 RS - ISEC,PS -
F06 P4 RS - EEA -
F07 P4 RS - PS XJUST
F08 P4 RS - CYB -
F09 P4 RS - LEG,AFC -
F10 P4 RS - ESO -`
  .trim()
  .split('\n');

const rowOf = ({ code, priority, slaProfile, caseKind, plan, restricted }: IncidentType): string => {
  const [atOnce, inform] = [plan.atOnce.join(), plan.inform.join() || '-'];
  return [code, priority, slaProfile, caseKind ?? '-', atOnce, inform, ...(restricted ? ['restricted'] : [])].join(' ');
};

describe('incident types', () => {
  it('answer as the catalogue says, in the order of their codes', () => {
    const rows = INCIDENT_TYPES.map(rowOf);
    expect(rows).toEqual(expect.arrayContaining(CATALOGUE));
    expect(rows).toEqual([...rows].sort());
  });

  it('fill each of the nine groups that enterprises choose from', () => {
    expect(new Set(INCIDENT_TYPES.map(({ group }) => group))).toEqual(new Set(TYPE_GROUPS));
    expect(Object.values(GROUP_NAMES).filter(isBilingual)).toHaveLength(9);
  });

  it('have no sample of a type that there is not', () => {
    expect(Object.keys(SAMPLES).filter((code) => !incidentType(code))).toEqual([]);
  });

  it('reads the items of a theft', () => {
    const items = [{ name: '铜料', quantity: 800, unit: 'kg', valueFen: 4_236_000 }];
    expect(faults('E101', { items, cctv: true, lastSeenAt: '2022-05-20T18:00:00+08:00' })).toEqual([]);
    expect(faults('E101', { items: [{ quantity: 1 }] })).toEqual(['items']);
    expect(faults('E104', { amountFen: 0.5, contactChannel: 'pigeon' })).toEqual(['contactChannel', 'amountFen']);
    expect(incidentType('E101')?.fields[0]?.items?.[0]).toMatchObject({ name: 'name', required: true });
  });

  it('still read a fraud whose one payment stands beside its other fields, and ask for it no more', () => {
    const former = incidentType('E104')?.fields.filter((field) => field.former) ?? [];
    expect(former.map(({ name }) => name)).toEqual(
      ['transferredAt', 'amountFen', 'payeeAccount', 'payeeBank', 'payerAccount', 'vouchers'], // prettier-ignore
    );
    expect(faults('E104', { transferredAt: '2022-05-20T18:00:00+08:00', amountFen: 1, vouchers: '回单' })).toEqual([]);
  });

  it.each([
    ['a partner in the lead', { plan: { version: 1, atOnce: ['X119' as const], inform: [] } }],
    ['a discipline twice', { plan: { version: 1, atOnce: ['PS' as const], inform: ['PS' as const] } }],
    ['nobody', { plan: { version: 1, atOnce: [], inform: [] } }],
    ['a code of the wrong kind', { code: 'F99' }],
    ['a question of no field', { ask: ['surprise'] }],
    ['a question twice', { ask: ['items', 'items'] }],
    ['a condition of no field', { complete: ['surprise'] }],
  ])('does not start with %s', (_what, fault) => {
    const [first] = INCIDENT_TYPES;
    if (!first) throw new Error('no types');
    expect(() => defineIncidentType({ ...first, ...fault })).toThrow(/Incident type/);
  });
});
