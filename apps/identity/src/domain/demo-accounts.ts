import { isPartner, type Discipline, type Role } from '#contracts';

/** What an account of the demo is made of. */
export interface DemoAccount {
  account: string;
  name: string;
  roles: Role[];
  unitId?: string;
  enterpriseId?: string;
}

/**
 * The accounts of the demo: the desk, those who decide about cases and keep property, two enterprises, the leaders,
 * the three administrators, and one per unit named by its code.
 */
export function demoAccounts(
  units: readonly { code: string; name: string; discipline: Discipline }[],
  [enterpriseId, otherEnterpriseId]: readonly [string, string],
): DemoAccount[] {
  return [
    { account: 'operator', name: '接警席', roles: ['call_taker', 'dispatcher'] },
    { account: 'chief', name: '值班长', roles: ['duty_chief'] },
    { account: 'director', name: '分局审批领导', roles: ['approver'] },
    { account: 'deputy', name: '分局审批副职', roles: ['approver'] },
    { account: 'bureau', name: '市局审批领导', roles: ['approver'] },
    { account: 'legal', name: '法制审核员', roles: ['legal_reviewer'] },
    { account: 'custodian', name: '涉案财物管理员', roles: ['property_custodian'] },
    { account: 'eso', name: '服务企业办', roles: ['eso_clerk'] },
    { account: 'followup', name: '回访员', roles: ['follow_up_agent'] },
    ...units
      .filter(({ discipline }) => discipline === 'XBANK')
      .slice(0, 1)
      .map(({ code }): DemoAccount => ({ account: 'bank', name: '银行联络人', roles: ['partner_user'], unitId: code })),
    { account: 'enterprise', name: '企业联系人', roles: ['enterprise_contact'], enterpriseId },
    { account: 'enterprise2', name: '另一企业联系人', roles: ['enterprise_contact'], enterpriseId: otherEnterpriseId },
    { account: 'leader', name: '指挥领导', roles: ['supervisor', 'analyst'] },
    { account: 'admin', name: '系统管理员', roles: ['sys_admin'] },
    { account: 'security', name: '安全管理员', roles: ['sec_admin'] },
    { account: 'audit', name: '审计管理员', roles: ['audit_admin'] },
    ...units.map(({ code, name, discipline }): DemoAccount => ({
      account: code,
      name,
      roles: rolesOf(discipline),
      unitId: code,
    })),
  ];
}

/** What the one account of a unit may do: partners work on their task and nothing else. */
function rolesOf(discipline: Discipline): Role[] {
  if (isPartner(discipline)) return ['partner_user'];
  return discipline === 'LEG' ? ['officer', 'legal_reviewer'] : ['officer', 'case_officer'];
}
