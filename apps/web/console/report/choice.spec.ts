import { beforeEach, describe, expect, it } from '@jest/globals';
import { followAddress, isUnverified, leaveChoice, takeChoice, type Enterprise } from './choice';
import { emptyReport, reportOf, type ReportDraft } from './report-form';

const firm = (id: string, address: string, longitude: number, phone: string): Enterprise => ({
  enterpriseId: id,
  name: `${id}厂`,
  address,
  position: { longitude, latitude: 31.7 },
  contacts: [{ name: `${id}联系人`, phone }],
});
const FIRST = firm('甲', '甲路1号', 119.9, '13800000011');
const SECOND = firm('乙', '乙路2号', 120.06, '13800000022');

let draft: ReportDraft;
beforeEach(() => {
  draft = emptyReport();
});

describe('what the choice of an enterprise fills in', () => {
  it('leaves with it: another enterprise brings its own address, point and contact', () => {
    takeChoice(draft, FIRST);
    takeChoice(draft, SECOND);
    expect(reportOf(draft, [])).toMatchObject({
      enterpriseId: '乙',
      reporter: { name: '乙联系人', phone: '13800000022' },
      place: { address: '乙路2号', longitude: 120.06, latitude: 31.7 },
    });
  });

  it('leaves with it also when the name is typed over', () => {
    takeChoice(draft, FIRST);
    leaveChoice(draft);
    expect(draft).toEqual({ ...emptyReport(), enterpriseName: '甲厂' });
  });

  it('never takes the place of what was typed', () => {
    Object.assign(draft, { reporterName: '门卫', reporterPhone: '110', address: '东门' });
    takeChoice(draft, FIRST);
    expect(draft).toMatchObject({ reporterName: '门卫', reporterPhone: '110', address: '东门', longitude: '' });
    takeChoice(draft, SECOND);
    expect(draft).toMatchObject({ reporterName: '门卫', reporterPhone: '110', address: '东门' });
  });
});

describe('an address that was typed over', () => {
  it('is sent without the point of the other address, and is unverified', () => {
    takeChoice(draft, FIRST);
    draft.address = '乙路2号（二分厂）';
    followAddress(draft);
    expect(isUnverified(draft)).toBe(true);
    expect(reportOf(draft, []).place).toEqual({ address: '乙路2号（二分厂）' });
  });

  it('has its point again when it is typed back', () => {
    takeChoice(draft, FIRST);
    draft.address = '甲路1';
    followAddress(draft);
    draft.address = '甲路1号';
    followAddress(draft);
    expect(draft).toMatchObject({ longitude: '119.9', latitude: '31.7' });
    expect(isUnverified(draft)).toBe(false);
  });

  it('keeps a point that was typed', () => {
    takeChoice(draft, FIRST);
    Object.assign(draft, { longitude: '120', latitude: '31.5', address: '东门' });
    followAddress(draft);
    expect(draft).toMatchObject({ longitude: '120', latitude: '31.5' });
  });
});
