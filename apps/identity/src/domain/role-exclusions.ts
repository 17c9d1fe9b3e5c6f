import { ADMINISTRATORS, ROLES, type BilingualText, type Role } from '#contracts';

/** Roles that one person does not hold together, and why. */
export interface RoleExclusion {
  readonly roles: readonly Role[];
  readonly excludes: readonly Role[];
  readonly why: BilingualText;
}

const others = (...roles: Role[]): Role[] => ROLES.filter((role) => !roles.includes(role));

/** Every pair of roles that excludes each other, in the order in which they are looked for. */
export const ROLE_EXCLUSIONS: readonly RoleExclusion[] = [
  ...ADMINISTRATORS.map((role) => ({
    roles: [role],
    excludes: others(role),
    why: { zh: '管理员角色不能兼任其他角色', en: 'An administrator holds no other role' },
  })),
  {
    roles: ['approver'],
    excludes: ['officer', 'case_officer', 'unit_duty_leader', 'legal_reviewer', 'property_custodian', 'duty_chief'],
    why: {
      zh: '审批领导不能兼任办案、法制、财物保管或值班长',
      en: 'Who approves does not work on cases, review them, keep their property or lead the shift',
    },
  },
  {
    roles: ['legal_reviewer'],
    excludes: ['case_officer', 'property_custodian'],
    why: {
      zh: '法制审核员不能兼任主办或财物管理员',
      en: 'Legal review neither works on cases nor keeps their property',
    },
  },
  {
    roles: ['property_custodian'],
    excludes: ['officer', 'case_officer', 'unit_duty_leader'],
    why: { zh: '办案与财物管理分离', en: 'Who works on cases does not keep their property' },
  },
  {
    roles: ['follow_up_agent'],
    excludes: ['officer', 'case_officer', 'unit_duty_leader'],
    why: { zh: '回访员不能是处警民警', en: 'Who asks how it went is none of those who came' },
  },
  {
    roles: ['enterprise_contact'],
    excludes: others('enterprise_contact'),
    why: {
      zh: '企业联系人不能兼任公安或联动单位角色',
      en: 'An enterprise contact holds no role of police or partners',
    },
  },
  {
    roles: ['partner_user'],
    excludes: others('partner_user'),
    why: { zh: '联动单位人员不能兼任公安角色', en: 'Somebody of a partner holds no role of the police' },
  },
  {
    roles: ['machine'],
    excludes: others('machine'),
    why: { zh: '接口账号不能兼任人员角色', en: 'A machine holds no role of a person' },
  },
];

/** Why somebody may not hold these roles together; undefined where they may. */
export function exclusionOf(roles: readonly Role[]): BilingualText | undefined {
  const has = (some: readonly Role[]): boolean => some.some((role) => roles.includes(role));
  return ROLE_EXCLUSIONS.find((rule) => has(rule.roles) && has(rule.excludes))?.why;
}
