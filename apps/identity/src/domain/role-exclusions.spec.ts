import { describe, expect, it } from '@jest/globals';
import { ROLES, type Role } from '#contracts';
import { checkRoles } from './account.js';
import { demoAccounts } from './demo-accounts.js';
import { exclusionOf, ROLE_EXCLUSIONS } from './role-exclusions.js';

describe('roles that check each other are not held by one account', () => {
  it.each([
    ['approver', 'case_officer'],
    ['approver', 'property_custodian'],
    ['approver', 'legal_reviewer'],
    ['approver', 'duty_chief'],
    ['case_officer', 'legal_reviewer'],
    ['case_officer', 'property_custodian'],
    ['enterprise_contact', 'officer'],
    ['sys_admin', 'audit_admin'],
    ['sec_admin', 'analyst'],
    ['partner_user', 'officer'],
  ] satisfies [Role, Role][])('%s and %s', (one, other) => {
    const whole = { unitId: 'PS01', enterpriseId: 'e' };
    expect(() => checkRoles({ roles: [one, other], ...whole })).toThrow('account.roles-refused');
    expect(() => checkRoles({ roles: [other, one], ...whole })).toThrow('account.roles-refused');
    for (const role of [one, other]) expect(() => checkRoles({ roles: [role], ...whole })).not.toThrow();
  });

  it('never forbid a role alone, and say why in both languages', () => {
    for (const role of ROLES) expect(exclusionOf([role])).toBeUndefined();
    for (const { why } of ROLE_EXCLUSIONS) {
      expect(why.zh).toMatch(/[\u4e00-\u9fff]/);
      expect(why.en).toMatch(/[a-z]{3}/);
    }
  });

  it('are nobody of the demo: its shift chief does not approve', () => {
    const units = [
      { code: 'PS01', name: '派出所', discipline: 'PS' as const },
      { code: 'LEG01', name: '法制', discipline: 'LEG' as const },
    ];
    const accounts = demoAccounts(units, ['e1', 'e2']);
    for (const account of accounts) expect(() => checkRoles(account)).not.toThrow();
    const holders = (role: Role) => accounts.filter(({ roles }) => roles.includes(role)).map(({ account }) => account);
    expect(holders('approver')).toEqual(['director', 'deputy', 'bureau']);
    expect(holders('property_custodian')).toEqual(['custodian']);
    expect(holders('legal_reviewer')).toEqual(['legal', 'LEG01']);
  });
});
