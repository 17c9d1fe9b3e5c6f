import { describe, expect, it } from '@jest/globals';
import { IncidentFactsAdded } from '#contracts';
import { eventOf } from '#testing';
import { audiencesOf, type Listener } from './audiences.js';
import type { Facts } from './facts.js';
import { firstKnown, type Known, type KnownPart } from './known.js';
import { redact } from './redaction.js';
import { tell } from './tell.js';
import { factsOf, type ToldType } from './facts-of.js';

const at = '2026-05-21T02:00:00.000Z';
const report: Facts = {
  incidentId: 'i1',
  occurredAt: at,
  number: 'JQ1',
  typeName: { zh: '入室盗窃', en: 'burglary' },
  enterpriseId: 'e1',
  restricted: false,
};
const plain = firstKnown(report);
const restricted = firstKnown({ ...report, restricted: true, safeAccount: 'safe' });
const silent = firstKnown({ ...report, restricted: true });
const unregistered = firstKnown({ ...report, enterpriseId: undefined });
const part = (unitId: string, more: Partial<KnownPart> = {}): KnownPart => ({
  unitId,
  discipline: unitId.startsWith('X') ? 'X120' : 'PS',
  role: 'assist',
  state: 'ISSUED',
  assignmentId: `of-${unitId}`,
  ...more,
});
const withUnits = (known: Known, ...units: string[]): Known => ({ ...known, units: units.map((unit) => part(unit)) });
const assigned: Facts['assigned'] = [
  { assignmentId: 'a1', unitId: 'PS01', discipline: 'PS', role: 'lead' },
  { assignmentId: 'a2', unitId: 'CID01', discipline: 'CID', role: 'assist' },
];
const facts = (more: Partial<Facts> = {}): Facts => ({ incidentId: 'i1', occurredAt: at, ...more });

type Row = [what: string, known: Known, type: ToldType, facts: Facts, units: string, notice: string];

describe('who is told', () => {
  it.each<Row>([
    ['report', plain, 'incident.reported.v1', report, '', 'enterprise:e1 received'],
    ['restricted report', restricted, 'incident.reported.v1', report, '', 'contact:e1:safe received'],
    ['restricted, nobody named', silent, 'incident.reported.v1', report, '', ''],
    ['enterprise not in the directory', unregistered, 'incident.reported.v1', report, '', ''],
    [
      'plan',
      plain,
      'dispatch.planned.v1',
      facts({ assigned, informed: [{ unitId: 'PAT01', discipline: 'PAT' }] }),
      'CID01 PAT01 PS01',
      'enterprise:e1 dispatched',
    ],
    ['plan of gaps only', plain, 'dispatch.planned.v1', facts({ assigned: [] }), '', 'enterprise:e1 delayed'],
    ['plan, restricted', restricted, 'dispatch.planned.v1', facts({ assigned }), 'CID01 PS01', ''],
    [
      'an informed unit hears on, as it reads the file',
      { ...plain, units: [part('PS01'), { unitId: 'ISEC01', discipline: 'ISEC', role: 'informed' }] },
      'assignment.arrived.v1',
      facts({ unitId: 'PS01', state: 'ARRIVED' }),
      'ISEC01 PS01',
      'enterprise:e1 arrived',
    ],
    [
      'a released unit hears of its release',
      withUnits(plain, 'CID01', 'PS01'),
      'assignment.declined.v1',
      facts({ unitId: 'CID01', assignmentId: 'of-CID01', state: 'DECLINED' }),
      'CID01 PS01',
      '',
    ],
    ['breach', withUnits(plain, 'PS01'), 'clock.breached.v1', facts(), 'PS01', ''],
    ['warning', plain, 'clock.warned.v1', facts(), '', ''],
    ['second arrival', { ...plain, told: ['arrived'] }, 'assignment.arrived.v1', facts(), '', ''],
    ['regrading', plain, 'incident.regraded.v1', facts({ priority: 'P1' }), '', ''],
    ['suspect', plain, 'suspect.caught.v1', facts({ suspect: 1, state: 'caught' }), '', ''],
    ['case', restricted, 'case.filed.v1', facts({ caseNumber: 'A1' }), '', 'contact:e1:safe case_filed'],
    ['frozen', plain, 'loss.entry-posted.v1', facts({ ledgerKind: 'FROZEN' }), '', 'enterprise:e1 money_secured'],
    [
      'money of another victim',
      plain,
      'loss.entry-posted.v1',
      facts({ ledgerKind: 'RETURNED', victimId: 'e2' }),
      '',
      '',
    ],
    ['recovered', plain, 'loss.entry-posted.v1', facts({ ledgerKind: 'RECOVERED' }), '', ''],
    [
      'restriction',
      plain,
      'incident.restricted.v1',
      facts({ restricted: true, safeAccount: 'boss' }),
      '',
      'contact:e1:boss contact_only',
    ],
    ['restriction without a contact', plain, 'incident.restricted.v1', facts({ restricted: true }), '', ''],
    ['lifting', restricted, 'incident.restriction-lifted.v1', facts({ restricted: false }), '', ''],
    ['a suspicion', restricted, 'incident.facts-added.v1', facts({ restricted: true }), '', ''],
    ['closing', plain, 'incident.closed.v1', facts({ followUpDueAt: at }), '', 'enterprise:e1 closed'],
  ])('%s', (_what, known, type, given, units, notice) => {
    const told = tell(type, given, known);
    expect(told.audiences).toEqual([
      'operators',
      ...units
        .split(' ')
        .filter(Boolean)
        .map((unit) => `unit:${unit}`),
    ]);
    expect(told.notice ? `${told.notice.audience} ${told.notice.template}` : '').toBe(notice);
  });

  it('forgets a released unit and remembers a restriction', () => {
    const released = tell(
      'assignment.recalled.v1',
      facts({ unitId: 'PS01', assignmentId: 'of-PS01', state: 'RECALLED' }),
      withUnits(plain, 'PS01'),
    );
    expect(released.known?.units).toEqual([part('PS01', { state: 'RECALLED' })]);
    const confined = tell('incident.restricted.v1', facts({ restricted: true, safeAccount: 'boss' }), plain).known;
    expect(confined && tell('incident.closed.v1', facts(), confined).notice?.audience).toBe('contact:e1:boss');
  });

  it('tells each safe contact once that it is the only one, however often it is named', () => {
    const told: string[] = [];
    let known: Known = plain;
    for (const safeAccount of ['boss', undefined, 'boss', 'deputy', 'BOSS']) {
      const telling = tell(
        'incident.restricted.v1',
        facts({ restricted: true, ...(safeAccount && { safeAccount }) }),
        known,
      );
      known = telling.known ?? known;
      told.push(telling.notice?.audience ?? '');
    }
    expect(told).toEqual(['contact:e1:boss', '', '', 'contact:e1:deputy', '']);
    expect(known.notices).toBe(2);
  });

  it('tells the whole enterprise again once the restriction is lifted, and nobody once an insider is suspected', () => {
    const lifted = tell('incident.restriction-lifted.v1', facts({ restricted: false }), restricted).known;
    expect(lifted && tell('incident.closed.v1', facts(), lifted).notice?.audience).toBe('enterprise:e1');
    const suspected = tell('incident.facts-added.v1', facts({ restricted: true }), restricted).known;
    expect(suspected && tell('case.filed.v1', facts({ caseNumber: 'A1' }), suspected).notice).toBeUndefined();
  });

  it('tells a partner of its own assignment and of the end, and of nothing else', () => {
    const known = withUnits(plain, 'PS01', 'X120');
    const partners = (type: ToldType, given: Facts) =>
      tell(type, given, known).audiences.filter((audience) => audience.startsWith('partner:'));
    expect(partners('assignment.arrived.v1', facts({ unitId: 'X120' }))).toEqual(['partner:X120']);
    expect(partners('incident.closed.v1', facts())).toEqual(['partner:X120']);
    expect(partners('assignment.arrived.v1', facts({ unitId: 'PS01' }))).toEqual([]);
    expect(partners('suspect.caught.v1', facts({ suspect: 1 }))).toEqual([]);
  });

  it('tells the desk and the units that nobody leads, and nobody outside', () => {
    const { audiences, police, notice } = tell(
      'dispatch.planned.v1',
      facts({ assigned: [], leadMissing: true }),
      plain,
    );
    expect([audiences, police.leadMissing]).toEqual([['operators'], true]);
    expect(JSON.stringify(notice)).not.toContain('leadMissing');
    expect([
      redact(facts({ leadMissing: true }), 'partner'),
      redact(facts({ leadMissing: true }), 'enterprise'),
    ]).toEqual(Array.from({ length: 2 }, () => ({ incidentId: 'i1', occurredAt: at })));
  });

  it('counts notices and leaves what it knows alone when nothing changes', () => {
    const first = tell('incident.reported.v1', report, plain);
    expect(first.known).toMatchObject({ notices: 1, told: ['received'] });
    expect(tell('case.solved.v1', facts({ caseNumber: 'A1' }), first.known).notice?.position).toBe(2);
    expect(tell('clock.warned.v1', facts(), plain).known).toBe(plain);
  });

  it('tells operators alone of units', () => {
    const told = tell('unit.changed.v1', { occurredAt: at, unitId: 'PS01', duty: 'on_duty', capacity: 2 });
    expect(told).toEqual({
      known: undefined,
      audiences: ['operators'],
      police: { occurredAt: at, unitId: 'PS01', duty: 'on_duty', capacity: 2 },
    });
  });

  it('keeps priorities, units and states from the enterprise, and safe contacts from everybody', () => {
    const secret = facts({ priority: 'P1', unitId: 'XX99', state: 'caught', outcome: 'HELPED', safeAccount: 'hidden' });
    const told = tell('incident.closed.v1', secret, plain);
    expect(JSON.stringify(told.notice)).not.toMatch(/P1|XX99|caught|HELPED|hidden/);
    expect(JSON.stringify(told.police)).not.toContain('hidden');
  });
});

describe('who may follow', () => {
  const person = { accountId: 'a', account: 'li', roles: [] };
  it.each<[Listener, string[]]>([
    [{ ...person, roles: ['dispatcher'] }, ['operators']],
    [{ ...person, roles: ['partner_user'], unitId: 'X120' }, ['partner:X120']],
    [{ ...person, roles: ['duty_chief', 'approver'], unitId: 'CMD01' }, ['operators']],
    [{ ...person, roles: ['approver'] }, ['operators']],
    [{ ...person, roles: ['property_custodian'] }, ['judges']],
    [{ ...person, roles: ['officer', 'legal_reviewer'], unitId: 'LEG01' }, ['unit:LEG01', 'judges']],
    [{ ...person, roles: ['officer'], unitId: 'PS01' }, ['unit:PS01']],
    [{ ...person, roles: ['enterprise_contact'], enterpriseId: 'e1' }, ['enterprise:e1', 'contact:e1:li']],
    [{ ...person, roles: ['enterprise_contact'] }, []],
    [{ ...person, roles: ['supervisor', 'analyst'] }, []],
    [{ ...person, roles: ['machine'], enterpriseId: 'e1' }, []],
  ])('%j', (listener, audiences) => {
    expect(audiencesOf(listener)).toEqual(audiences);
  });
});

describe('facts that grew', () => {
  const newFlags = ['insider_suspected' as const];
  it.each([
    ['a report', { reportId: 'r1' }, true],
    ['a unit, whose feedback restricted already', { reportId: undefined, feedbackId: 'f1' }, undefined],
  ])('restrict by the suspicion of %s: %j', (_who, origin, restricts) => {
    expect(factsOf(eventOf(IncidentFactsAdded, { newFlags, ...origin })).facts.restricted).toBe(restricts);
  });
});
