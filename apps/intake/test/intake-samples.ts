import type { Role } from '#contracts';
import type { Caller } from '#platform';
import type { ReportToFile } from '../src/use-cases/admitted-report.js';
import type { DirectorySeed } from '../src/use-cases/seed-directory.js';

/** Ids of the fixture's enterprises. */
export const COPPER = '01900000-0000-7000-8000-000000000001';
export const PLASTICS = '01900000-0000-7000-8000-000000000002';

/** Two enterprises and one jurisdiction: a square around 119.95 E, 31.70 N. */
export const SEED: DirectorySeed = {
  enterprises: [
    { id: COPPER, name: '武进精铜材料有限公司', uscc: '91320412MA0000015L', tags: ['key'] },
    { id: PLASTICS, name: '湖塘塑料制品有限公司', uscc: '91320412MA0000023F' },
  ],
  jurisdictions: [
    {
      code: 'WJ-HT',
      name: '湖塘派出所辖区',
      district: '320412',
      zone: 'suburban',
      outline: [
        [119.9, 31.65],
        [120.0, 31.65],
        [120.0, 31.75],
        [119.9, 31.75],
      ],
    },
  ],
};

/** A caller with these roles. */
export const callerOf = (account: string, roles: Role[], over: Partial<Caller> = {}): Caller => ({
  accountId: `id-of-${account}`,
  account,
  name: account,
  roles,
  ...over,
});

export const OPERATOR = callerOf('operator', ['call_taker', 'dispatcher']);
export const CHIEF = callerOf('chief', ['duty_chief', 'approver']);
export const CONTACT = callerOf('enterprise', ['enterprise_contact'], { enterpriseId: COPPER });
export const MACHINE = callerOf('panel', ['machine']);

/** A theft report with everything it needs. */
export const theft = (over: Partial<ReportToFile> = {}): ReportToFile => ({
  type: 'E101',
  reporter: { name: '王敏', phone: '13800005102', role: '仓库主管' },
  place: { address: '延政中路1号', longitude: 119.951, latitude: 31.703 },
  narrative: '原料仓库被盗',
  estimatedLossFen: 4_200_000,
  details: THEFT_DETAILS,
  ...over,
});

/** What type E101 asks for. */
export const THEFT_DETAILS = { items: [{ name: '铜料', quantity: 12 }], storagePlace: '原料仓库', cctv: true };
