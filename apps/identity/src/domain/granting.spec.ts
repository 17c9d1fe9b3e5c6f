import { describe, expect, it } from '@jest/globals';
import { ROLES, type Role } from '#contracts';
import { needsSecond, pendingFor } from './granting.js';

const ADMINISTRATORS: Role[] = ['sys_admin', 'sec_admin', 'audit_admin'];
const BINDING: Role[] = [
  'duty_chief',
  'case_officer',
  'legal_reviewer',
  'approver',
  'property_custodian',
  'supervisor',
];

describe('roles that one administrator cannot grant alone', () => {
  it.each([...ADMINISTRATORS, ...BINDING, 'unit_duty_leader' as const])('%s', (role) => {
    expect(needsSecond({ roles: [] }, { roles: [role] })).toBe(true);
  });

  it('are all that bind others; the rest takes one', () => {
    const alone = ROLES.filter((role) => !needsSecond({ roles: [] }, { roles: [role] }));
    expect(alone).toEqual([
      'call_taker', 'dispatcher', 'officer', 'liaison', 'eso_clerk', 'follow_up_agent', 'analyst',
      'enterprise_contact', 'partner_user', 'machine',
    ]); // prettier-ignore
  });

  it.each(ADMINISTRATORS)('%s is neither shut out nor changed by one person', (role) => {
    expect(needsSecond({ roles: [role] }, { disabled: true })).toBe(true);
    expect(needsSecond({ roles: [role] }, { roles: ['analyst'] })).toBe(true);
  });

  it('taking away and shutting out works at once; letting in again does not', () => {
    expect(needsSecond({ roles: ['approver', 'duty_chief'] }, { roles: ['duty_chief'] })).toBe(false);
    expect(needsSecond({ roles: ['approver'] }, { disabled: true })).toBe(false);
    expect(needsSecond({ roles: ['approver'] }, { disabled: false })).toBe(true);
    expect(needsSecond({ roles: ['officer'] }, { disabled: false })).toBe(false);
  });
});

describe('a link for a password, and another unit', () => {
  it('take two of who holds roles that bind others, and of every administrator', () => {
    for (const grant of [{ reset: true as const }, { unitId: 'PS02' }]) {
      expect(needsSecond({ roles: ['case_officer'] }, grant)).toBe(true);
      expect(needsSecond({ roles: ['audit_admin'] }, grant)).toBe(true);
      expect(needsSecond({ roles: ['officer', 'dispatcher'] }, grant)).toBe(false);
    }
  });

  it('a link takes two already while such a role waits', () => {
    const waiting = { roles: [], pending: { roles: ['approver' as const] } };
    expect(needsSecond(waiting, { reset: true })).toBe(true);
    expect(needsSecond(waiting, { unitId: 'PS02' })).toBe(false);
  });
});

describe('who confirms', () => {
  const by = { accountId: 'proposer', account: 'admin', name: '系统管理员' };
  const waiting = (roles: Role[], wanted: Role[]) => ({ id: 'them', roles, pending: { roles: wanted, by, at: '' } });
  const someone = (accountId: string, role: Role) => ({ accountId, roles: [role] });

  it.each<[string, Role[], Role[], Role]>([
    ['an approver: the security administrator', [], ['approver'], 'sec_admin'],
    ['an audit administrator: the security administrator', ['audit_admin'], ['analyst'], 'sec_admin'],
    ['a security administrator to be: the audit administrator', [], ['sec_admin'], 'audit_admin'],
    ['a security administrator who is: the audit administrator', ['sec_admin'], ['analyst'], 'audit_admin'],
  ])('%s', (_who, held, wanted, confirms) => {
    const account = waiting(held, wanted);
    for (const role of ROLES) {
      const ask = () => pendingFor(account, someone('another', role));
      if (role === confirms) expect(ask()).toBe(account.pending);
      else expect(ask).toThrow(expect.objectContaining({ code: 'account.not-second-administrator' }));
    }
  });

  it('is neither the proposer nor the person concerned', () => {
    for (const id of ['proposer', 'them']) {
      expect(() => pendingFor(waiting([], ['approver']), someone(id, 'sec_admin'))).toThrow(
        expect.objectContaining({ code: 'account.not-second-administrator' }),
      );
    }
    expect(() => pendingFor({ id: 'them', roles: [] }, someone('another', 'sec_admin'))).toThrow(
      expect.objectContaining({ code: 'account.nothing-pending' }),
    );
  });
});
