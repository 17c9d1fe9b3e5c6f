import { describe, expect, it } from '@jest/globals';
import { INCIDENT_STATE_WORDS, type Role, type Sight } from '#contracts';
import { sightOf, scopeOf } from './access.js';
import { notLeadUnit, requireLeadOfficer } from './authority.js';
import { closedByLead, notHandled, outcomeMissing, outcomeWithoutCase, reviewClosing } from './closing.js';
import { leadAssignment, type IncidentFile } from './incident-file.js';
import { beforeReport, happenedAt, inFuture } from './occurrence.js';

const now = new Date('2026-05-21T10:00:00.000Z');
const lead = { accountId: 'lead', account: 'PS01', name: '甲' };
const reviewer = { accountId: 'op', account: 'operator', name: '乙' };
const assignment = (state: string, unit: string) => ({
  role: 'lead',
  state,
  unit: { id: unit, name: unit, discipline: 'PS' },
});
const file = (over: object = {}): IncidentFile =>
  ({
    state: 'HANDLED',
    outcome: 'HELPED',
    leadBy: lead,
    assignments: [assignment('DECLINED', 'PS02'), assignment('COMPLETED', 'PS01')],
    reports: [],
    ...over,
  }) as unknown as IncidentFile;

describe('closing', () => {
  it('needs somebody who neither led nor belongs to the lead unit', () => {
    expect(reviewClosing(file(), { by: reviewer }, now)).toEqual({
      outcome: 'HELPED',
      followUpDueAt: new Date('2026-05-24T10:00:00.000Z'),
    });
    expect(() => reviewClosing(file(), { by: lead }, now)).toThrow(closedByLead().message);
    expect(() => reviewClosing(file(), { by: reviewer, unitId: 'PS01' }, now)).toThrow(closedByLead().message);
    expect(reviewClosing(file(), { by: reviewer, unitId: 'PS02' }, now).outcome).toBe('HELPED');
  });

  it.each(['RECEIVED', 'TRIAGED', 'DISPATCHED', 'RESPONDING', 'ON_SCENE', 'CLOSED', 'CANCELLED', 'MERGED'] as const)(
    'is refused while %s',
    (state) => {
      expect(() => reviewClosing(file({ state }), { by: reviewer }, now)).toThrow(
        notHandled({ state: INCIDENT_STATE_WORDS[state] }).message,
      );
    },
  );

  it('needs one outcome, and a case where the outcome says so', () => {
    expect(() => reviewClosing(file({ outcome: undefined }), { by: reviewer }, now)).toThrow(outcomeMissing().message);
    const chief = { by: reviewer, mayOverride: true, note: '经复核' };
    const registered = { ...chief, outcome: 'CASE_REGISTERED' as const };
    expect(() => reviewClosing(file(), registered, now)).toThrow(outcomeWithoutCase().message);
    expect(reviewClosing(file({ case: { kind: 'criminal' } }), registered, now).outcome).toBe('CASE_REGISTERED');
  });

  it('never says something else than the case does, until the case was refused', () => {
    const chief = { by: reviewer, mayOverride: true, note: '经复核' };
    const solved = file({ outcome: 'CASE_REGISTERED', case: { kind: 'criminal', state: 'SOLVED', number: 'AJ1' } });
    const refused = file({ outcome: 'CASE_REGISTERED', case: { kind: 'criminal', state: 'NOT_FILED', number: 'AJ1' } });
    const falseAlarm = { ...chief, outcome: 'FALSE_ALARM' as const };
    expect(() => reviewClosing(solved, falseAlarm, now)).toThrow('incident.outcome-contradicts-case');
    expect(reviewClosing(refused, { ...chief, outcome: 'ECONOMIC_DISPUTE' }, now).outcome).toBe('ECONOMIC_DISPUTE');
  });

  it('overrides the lead by the duty chief alone, who says why', () => {
    const other = { by: reviewer, outcome: 'NO_OFFENCE' as const };
    expect(() => reviewClosing(file(), other, now)).toThrow('incident.override-needs-chief');
    expect(() => reviewClosing(file(), { ...other, mayOverride: true }, now)).toThrow('incident.override-unexplained');
    expect(reviewClosing(file(), { ...other, mayOverride: true, note: '经复核' }, now).outcome).toBe('NO_OFFENCE');
  });
});

describe('access', () => {
  const reader = (role: Role, more: object = {}) => ({ accountId: 'x', account: 'x', roles: [role], ...more });
  const owned = { enterprise: { id: 'e1', name: '甲' } };
  const safe = { ...owned, restricted: true, safeContact: { account: 'x' } };
  const dispatch = { informed: [{ discipline: 'ISEC', unit: { id: 'ISEC01', name: '内保', discipline: 'ISEC' } }] };

  it.each<[Role, object, object, Sight | undefined]>([
    ['dispatcher', {}, {}, 'full'],
    ['supervisor', {}, {}, 'no-phone'],
    ['officer', { unitId: 'PS01' }, {}, 'full'],
    ['officer', { unitId: 'PS02' }, {}, 'own'],
    ['officer', { unitId: 'PS03' }, {}, undefined],
    ['officer', { unitId: 'ISEC01' }, { dispatch }, 'full'],
    ['officer', {}, {}, undefined],
    ['legal_reviewer', {}, {}, undefined],
    ['legal_reviewer', {}, { case: { kind: 'economic' } }, 'full'],
    ['enterprise_contact', { enterpriseId: 'e1' }, owned, 'steps'],
    ['enterprise_contact', { enterpriseId: 'e2' }, owned, undefined],
    ['enterprise_contact', {}, {}, undefined],
    ['enterprise_contact', { enterpriseId: 'e1' }, { ...owned, restricted: true }, undefined],
    ['enterprise_contact', { enterpriseId: 'e1' }, safe, 'documents'],
    ['enterprise_contact', { enterpriseId: 'e2' }, safe, undefined],
    ['machine', {}, {}, undefined],
    ['machine', {}, { reports: [{ reporter: { accountId: 'x' } }] }, 'steps'],
    ['machine', {}, { restricted: true, reports: [{ reporter: { accountId: 'x' } }] }, undefined],
    ['sys_admin', {}, {}, undefined],
  ])('%s %j sees of %j: %s', (role, who, what, sight) => {
    expect(sightOf(reader(role, who), file(what))).toBe(sight);
  });

  it('is closed to a unit that was released for a conflict of interest', () => {
    const conflict = { ...assignment('DECLINED', 'PS02'), decline: { reason: 'conflict_of_interest' } };
    expect(sightOf(reader('officer', { unitId: 'PS02' }), file({ assignments: [conflict] }))).toBeUndefined();
  });

  it('gives no authority to a lead that was released, not even when nobody else leads', () => {
    const alone = file({ assignments: [assignment('DECLINED', 'PS02')] });
    expect(leadAssignment(alone)).toBeUndefined();
    expect(() => requireLeadOfficer(reader('case_officer', { unitId: 'PS02' }), alone)).toThrow(notLeadUnit().message);
  });

  it('lists nothing for roles that see nothing', () => {
    expect(scopeOf(reader('sys_admin'))).toEqual({ kind: 'none' });
    expect(scopeOf(reader('enterprise_contact'))).toEqual({ kind: 'none' });
  });
});

describe('the time of occurrence', () => {
  const receivedAt = '2026-05-21T08:00:00.000Z';

  it('is believed between the report and now', () => {
    expect(happenedAt(undefined, now, receivedAt)).toBe(now);
    expect(happenedAt('2026-05-21T17:00:00+08:00', now, receivedAt)).toEqual(new Date('2026-05-21T09:00:00.000Z'));
    expect(happenedAt('2026-05-21T10:00:59.000Z', now, receivedAt)).toBeInstanceOf(Date);
    expect(() => happenedAt('2026-05-21T10:01:01.000Z', now, receivedAt)).toThrow(inFuture().message);
    expect(() => happenedAt('2026-05-21T07:59:59.999Z', now, receivedAt)).toThrow(beforeReport().message);
  });
});
