import { describe, expect, it } from '@jest/globals';
import type { IncidentFile } from './incident-file.js';
import { partnerTask } from './partner-task.js';

const unit = (id: string, discipline: string) => ({ id, name: id, discipline });
const file = {
  incidentId: 'i',
  number: 'JQ1',
  receivedAt: '2026-05-21T01:30:00.000Z',
  place: { address: '创新路1号' },
  flags: ['insider_suspected', 'weapon'],
  injured: 1,
  details: {
    payerAccount: '6222020000001234567',
    payeeAccount: '6222020000007654321',
    amountFen: 100,
    vouchers: '聊天',
  },
  reports: [{ reporter: { name: '王敏', phone: '13800001111' }, narrative: '仓管员监守自盗' }],
  assignments: [
    { assignmentId: 'a', role: 'lead', state: 'ISSUED', unit: unit('PS02', 'PS') },
    { assignmentId: 'b', role: 'assist', state: 'ISSUED', unit: unit('X120', 'X120') },
  ],
  dispatch: { informed: [{ discipline: 'XBANK', unit: unit('XBANK1', 'XBANK') }] },
} as unknown as IncidentFile;

describe('the task of a partner', () => {
  it('is place, dangers and whom to call, and nothing of what happened', () => {
    const task = partnerTask(file, 'X120');
    expect(task).toMatchObject({ dangers: ['weapon'], injured: 1, callBack: '13800001111', standing: 'open' });
    expect(task.assignments.map(({ assignmentId }) => assignmentId)).toEqual(['b']);
    expect(JSON.stringify(task)).not.toMatch(/王敏|监守自盗|PS02|6222|insider/);
  });

  it('of a bank that is only informed names the payment with whole accounts', () => {
    const { task, payments, assignments } = partnerTask(file, 'XBANK1');
    expect([task.en, assignments]).toEqual(['Help to stop a payment', []]);
    expect(payments).toEqual([
      { payerAccount: '6222020000001234567', payeeAccount: '6222020000007654321', amountFen: 100 },
    ]);
  });

  it('of a bank names each of several payments, the earliest first', () => {
    const later = { payeeAccount: '6222020000000000002', payeeBank: '示范银行', transferredAt: '2026-05-21T01:20:00Z' };
    const earlier = {
      payeeAccount: '6222020000000000001',
      transferredAt: '2026-05-21T09:10:00+08:00',
      voucher: '回单',
    };
    const { payments } = partnerTask({ ...file, details: { payments: [later, earlier] } }, 'XBANK1');
    const { voucher: _not, ...told } = earlier;
    expect(payments).toEqual([told, later]);
  });
});
