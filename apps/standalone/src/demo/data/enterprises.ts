import type { SeedEnterprise } from '../../../../intake/src/use-cases/seed-directory.js';

/** The enterprise whose contact signs in as `enterprise`. */
export const DEMO_ENTERPRISE_ID = '01900000-0000-7000-8000-000000000001';
/** A second one, so that it can be shown that neither sees the other. */
export const OTHER_ENTERPRISE_ID = '01900000-0000-7000-8000-000000000002';

/** Invented firms with synthetic credit codes; any likeness to real ones is chance. */
export const demoEnterprises: readonly SeedEnterprise[] = [
  {
    id: DEMO_ENTERPRISE_ID,
    name: '云杉示范新材料有限公司',
    uscc: '91320412MA0000015L',
    tags: ['above_designated_size', 'srdi'],
    address: '示范园区创新路1号',
    position: { longitude: 119.972, latitude: 31.692 },
    contacts: [{ name: '示范联系人', phone: '13800000001', role: '安保负责人' }],
  },
  {
    id: OTHER_ENTERPRISE_ID,
    name: '启澜示范电气制造有限公司',
    uscc: '91320412MA0000023F',
    tags: ['key'],
    address: '示范园区创新路8号',
    position: { longitude: 119.978, latitude: 31.694 },
  },
  {
    id: '01900000-0000-7000-8000-000000000003',
    name: '湖畔示范精密机械有限公司',
    uscc: '91320412MA0000031A',
    tags: ['gazelle', 'hazmat'],
    address: '湖滨示范大道66号',
    position: { longitude: 119.903, latitude: 31.698 },
  },
  {
    id: '01900000-0000-7000-8000-000000000004',
    name: '东港示范物流有限公司',
    uscc: '91320412MA000004X2',
    tags: ['whitelist'],
    address: '东港示范物流园3号库',
    position: { longitude: 120.058, latitude: 31.682 },
  },
  {
    id: '01900000-0000-7000-8000-000000000005',
    name: '知行示范生物医药有限公司',
    uscc: '91320412MA00000582',
    tags: ['unicorn', 'major_project'],
    address: '示范园区医药谷2栋',
    position: { longitude: 119.981, latitude: 31.688 },
  },
];
