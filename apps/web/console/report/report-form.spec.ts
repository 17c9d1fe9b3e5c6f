import { describe, expect, it } from '@jest/globals';
import { inputOf } from '../../kit/api/details';
import { leaveChoice } from './choice';
import { emptyReport, reportOf } from './report-form';

const field = (name: string, type: 'string' | 'boolean' | 'integer' | 'array', more = {}) => ({
  name,
  type,
  required: false,
  label: { zh: name, en: name },
  ...more,
});
const FIELDS = [
  field('lossFen', 'integer'),
  field('armed', 'boolean'),
  field('lastSeenAt', 'string'),
  field('items', 'array'),
];

describe('the report form', () => {
  it('sends what was filled and nothing else, money as integer fen', () => {
    const draft = {
      ...emptyReport(),
      type: 'E101',
      enterpriseId: '0190',
      enterpriseName: 'shown only',
      reporterName: ' Wang ',
      reporterPhone: '13800000000',
      address: 'Road 1',
      longitude: '119.95',
      latitude: '31.7',
      narrative: 'gone',
      lossYuan: '408.15',
      details: { lossFen: '12.34', armed: false, lastSeenAt: '2026-05-21T10:00:00Z' },
    };
    expect(reportOf(draft, FIELDS)).toEqual({
      type: 'E101',
      channel: 'phone',
      enterpriseId: '0190',
      reporter: { name: 'Wang', phone: '13800000000' },
      place: { address: 'Road 1', longitude: 119.95, latitude: 31.7 },
      narrative: 'gone',
      estimatedLossFen: 40815,
      details: { lossFen: 1234, lastSeenAt: '2026-05-21T10:00:00.000Z' },
    });
  });

  it('names a safe contact of the enterprise that was chosen, and of no other', () => {
    const draft = { ...emptyReport(), enterpriseId: '0190', safeContact: 'boss' };
    expect(reportOf(draft, [])).toMatchObject({ enterpriseId: '0190', safeContact: { account: 'boss' } });
    leaveChoice(draft);
    expect(reportOf({ ...draft, enterpriseName: 'New' }, [])).not.toHaveProperty('safeContact');
  });

  it('takes the name of an enterprise that is not in the directory', () => {
    expect(reportOf({ ...emptyReport(), enterpriseName: ' New ' }, [])).toMatchObject({ enterpriseName: 'New' });
  });

  it('knows an input for every field, rows for lists', () => {
    expect(FIELDS.map(inputOf)).toEqual(['number', 'check', 'instant', 'rows']);
    expect(inputOf(field('kind', 'string', { choices: [{ value: 'a', name: { zh: '甲', en: 'a' } }] }))).toBe('select');
  });
});
