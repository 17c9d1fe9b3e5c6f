import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Receipt } from '../../apps/standalone/src/demo/seen.js';
import type { Operator } from '../../apps/standalone/src/demo/town.js';
import { openStage, type Stage } from './stage.js';
import { assigned, disciplines, told } from './stories.js';

/** Starting five processes and a gateway on two cores, ms. */
const STARTING_MS = 120_000;
const PAYEE = '6222020000001234567';

/** What a bank sees of an incident. */
interface Task {
  readonly incidentId: string;
  readonly task: { readonly zh: string };
  readonly callBack: string;
  readonly assignments: readonly { readonly assignmentId: string; readonly state: string }[];
}

describe('a boss fraud that the enterprise reports itself', () => {
  let stage: Stage;
  let operator: Operator;
  beforeAll(async () => {
    stage = await openStage();
    operator = await stage.town.operator();
  }, STARTING_MS);
  afterAll(() => stage.close(), STARTING_MS);

  it('is P1 by the time of the transfer, goes to the anti-fraud centre at once, and the bank knows its task and nothing else', async () => {
    const transferredAt = new Date(Date.now() - 10 * 60_000).toISOString();
    // As the portal sends it: whose report it is says the session.
    const { enterpriseId: _ofTheSession, ...report } = told('E104', '有人冒充老板在群里要求转账，财务已转出。', {
      estimatedLossFen: 98_000_000,
      details: { payments: [{ amountFen: 98_000_000, transferredAt, payeeAccount: PAYEE, payeeBank: '示范银行' }] },
    });
    const { incidentId, number } = await (await stage.signIn('enterprise')).post<Receipt>('reports', report);
    const file = await operator.waitsFor(incidentId, assigned);
    expect(file.priority).toBe('P1');
    expect(file.firedRules.map(({ rule }) => rule)).toContain('recent-transfer');
    expect(disciplines(file)).toEqual(expect.arrayContaining(['AFC', 'CID', 'CYB', 'PS']));
    const antiFraud = await stage.town.unit('AFC01');
    await antiFraud.acknowledges(incidentId);

    // Who judges the work reads the file, and no account number in it.
    const judged = JSON.stringify(await (await stage.signIn('leader')).get(`incident-files/${incidentId}`));
    expect(judged).toContain(PAYEE.slice(-4));
    expect(judged).not.toContain(PAYEE);

    const bank = await stage.signIn('bank');
    const read = () => bank.get<Task>(`incident-files/${incidentId}`);
    const isTheTask = (seen: Task): void => {
      expect(Object.keys(seen).sort()).toEqual(
        ['assignments', 'callBack', 'dangers', 'incidentId', 'injured', 'number', 'payments', 'place', 'receivedAt', 'standing', 'task', 'view'], // prettier-ignore
      );
      expect(seen).toMatchObject({
        number,
        task: { zh: '协助紧急止付' },
        place: { address: report.place.address },
        dangers: [],
        callBack: report.reporter.phone,
        payments: [{ payeeAccount: PAYEE, payeeBank: '示范银行', amountFen: 98_000_000, transferredAt }],
      });
      expect(JSON.stringify(seen)).not.toMatch(/冒充|示范报警人|AFC01|PS0|firedRules|timeline|narrative/);
    };
    const informed = await read();
    isTheTask(informed);
    expect(informed.assignments).toEqual([]);

    await operator.reinforces(incidentId, 'XBANK');
    await operator.waitsFor(incidentId, (now) => disciplines(now).includes('XBANK'));
    const { items } = await bank.get<{ items: { assignmentId: string; incidentId: string }[] }>(
      'assignments?unit=me&show=all',
    );
    const { assignmentId = '' } = items.find((one) => one.incidentId === incidentId) ?? {};
    await bank.post(`assignments/${assignmentId}/acknowledge`);
    const after = await operator.waitsFor(incidentId, ({ assignments }) =>
      assignments.some(({ unit, state }) => unit.discipline === 'XBANK' && state === 'ACKNOWLEDGED'),
    );
    // What a partner does moves nothing of the incident.
    expect(after.state).toBe('RESPONDING');
    const sent = await read();
    isTheTask(sent);
    expect(sent.assignments).toMatchObject([{ assignmentId, state: 'ACKNOWLEDGED' }]);
    for (const path of [`cases/${incidentId}`, `incidents/${incidentId}`, `dispatches/${incidentId}`])
      await expect(bank.get(path)).rejects.toThrow(/^(403|404)|40[34]/);
  });
});
