import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { playDemo } from '../../apps/standalone/src/demo/play-demo.js';
import type { Operator } from '../../apps/standalone/src/demo/town.js';
import { openStage, type Stage } from './stage.js';
import { active, assigned, disciplines, leadOf, told } from './stories.js';

/** Starting five processes and a gateway on two cores, ms. */
const STARTING_MS = 120_000;

describe('journeys', () => {
  let stage: Stage;
  let operator: Operator;
  beforeAll(async () => {
    stage = await openStage();
    operator = await stage.town.operator();
  }, STARTING_MS);
  afterAll(() => stage.close(), STARTING_MS);

  /** Every unit does its part; the lead ends with the outcome. */
  async function handle(incidentId: string, outcome: 'CASE_REGISTERED' | 'MEDIATED' | 'SERVICE_DONE'): Promise<void> {
    const file = await operator.waitsFor(incidentId, assigned);
    const lead = leadOf(file);
    for (const code of active(file)) {
      const unit = await stage.town.unit(code);
      await unit.acknowledges(incidentId);
      await unit.startsWork(incidentId);
      await unit.reports(incidentId, { text: '已处置' });
      if (code !== lead) await unit.completes(incidentId, { text: '协办完成' });
    }
    await (await stage.town.unit(lead)).completes(incidentId, { text: '主办完成', outcome });
    await operator.waitsFor(incidentId, ({ state }) => state === 'HANDLED');
  }

  it('a burgled warehouse: three disciplines at once, two caught the same day, goods returned, insiders kept out', async () => {
    const names: string[] = [];
    const end = await playDemo({ ...stage, onStep: ({ name }) => void names.push(name) });
    expect(end).toMatchObject({
      ok: true,
      profile: stage.profile,
      disciplines: ['AST', 'CID', 'PS'],
      restricted: true,
      suspectsCaught: 2,
      leadBy: 'PS02',
      closedBy: 'operator',
      ledger: { reportedFen: 4_230_000, verifiedFen: 4_180_000, recoveredFen: 3_950_000, returnedFen: 3_950_000 },
    });
    expect(names).toEqual(end.steps.map(({ name }) => name));
    const file = await operator.opensFile(end.incidentId);
    const day = (at: string) => new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 10);
    const arrests = (file.case?.suspects ?? []).map(({ caughtAt }) => caughtAt ?? '');
    const received = file.timeline[0]?.at ?? '';
    expect(arrests).toHaveLength(2);
    for (const at of arrests) {
      expect(day(at)).toBe(day(received));
      expect(new Date(Date.parse(at) + 8 * 3_600_000).getUTCHours()).toBeLessThan(23);
    }
    expect([...file.timeline].map(({ at }) => at)).toEqual([...file.timeline.map(({ at }) => at)].sort());
    const view = await (await stage.town.enterprise()).sees(end.incidentId);
    // Restricted: no movement of units is told, only what a document tells of.
    expect(view?.steps.map(({ state }) => state)).toEqual(Array(4).fill('done'));
    expect(await (await stage.town.contactOf('colleague')).sees(end.incidentId)).toBeUndefined();
    expect(await (await stage.town.contactOf('rival')).sees(end.incidentId)).toBeUndefined();
    expect(await (await stage.town.contactOf('colleague')).notices(end.incidentId)).toEqual([]);
  });

  it('somebody poses as the boss: money is stopped, frozen after filing, and comes back', async () => {
    const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();
    const report = told('E104', '有人冒充老板在群里要求转账，十分钟前已转出。', {
      receivedAt: ago(20),
      estimatedLossFen: 98_000_000,
      details: { amountFen: 98_000_000, transferredAt: ago(30), contactChannel: 'wechat' },
    });
    const { incidentId } = await operator.takesReport(report);
    const file = await operator.waitsFor(incidentId, assigned);
    expect(file.case).toBeUndefined();
    expect(file.priority).toBe('P1');
    expect(file.firedRules.map(({ rule }) => rule)).toContain('recent-transfer');
    expect(disciplines(file)).toEqual(expect.arrayContaining(['AFC', 'CID', 'CYB', 'PS']));
    const antiFraud = await stage.town.unit('AFC01');
    const lead = await stage.town.unit(leadOf(file));
    const caseId = await lead.opensCase(incidentId, ago(19));
    await antiFraud.acknowledges(incidentId, ago(19));
    // Far more lies on the account than was lost: the stop covers the loss and no more.
    await antiFraud.posts(caseId, { kind: 'STOPPED', amountFen: 500_000_000, holding: '尾号6688', at: ago(12) });
    const freeze = {
      act: 'freeze',
      basis: '资金流向查明',
      entry: { amountFen: 98_000_000, holding: '尾号6688' },
    } as const;
    await expect(lead.proposes(caseId, freeze)).rejects.toThrow('409');
    await lead.movesCase(caseId, 'review', '报警材料齐全', ago(10));
    const director = await stage.town.director();
    await director.approves(await lead.proposes(caseId, { act: 'file', basis: '达到立案标准', at: ago(9) }));
    await lead.posts(caseId, { kind: 'LOSS_VERIFIED', amountFen: 98_000_000, method: '银行流水' });
    await director.approves(await lead.proposes(caseId, freeze));
    const back = { act: 'return', basis: '权属清楚', entry: freeze.entry } as const;
    const proposal = await lead.proposes(caseId, back);
    await director.approves(proposal);
    await (await stage.town.custodian()).handsOver(proposal, '企业财务凭授权领取');
    await handle(incidentId, 'CASE_REGISTERED');
    const { figures } = (await operator.opensFile(incidentId)).case?.ledger ?? {};
    expect(figures).toMatchObject({
      verifiedFen: 98_000_000,
      returnedFen: 98_000_000,
      heldFen: 0,
    });
    await operator.closes(incidentId, '资金全部追回');
  });

  it('a blocked gate: a crowd makes it P1, a unit that cannot come is replaced, a reinforcement follows', async () => {
    const report = told('E201', '三十多人堵住大门，货车无法进出。', { crowd: 35, flags: ['in_progress'] });
    const { incidentId } = await operator.takesReport(report);
    const file = await operator.waitsFor(incidentId, assigned);
    expect(file.priority).toBe('P1');
    const patrol = file.assignments.find(({ unit }) => unit.discipline === 'PAT');
    await (await stage.town.unit(patrol?.unit.id ?? '')).asksForRelease(incidentId, 'engaged');
    await operator.approvesDecline(patrol?.assignmentId ?? '');
    const replaced = await operator.waitsFor(
      incidentId,
      ({ assignments }) => assignments.filter(({ unit }) => unit.discipline === 'PAT').length === 2,
    );
    const patrols = replaced.assignments.filter(({ unit }) => unit.discipline === 'PAT');
    expect(new Set(patrols.map(({ unit }) => unit.id)).size).toBe(2);
    await operator.reinforces(incidentId, 'SEC').catch((error: Error) => expect(error.message).toContain('409'));
    await operator.reinforces(incidentId, 'TRF');
    await operator.waitsFor(incidentId, (now) => disciplines(now).includes('TRF'));
    await handle(incidentId, 'MEDIATED');
    await operator.closes(incidentId, '已疏导');
  });

  it('a leaked trade secret reaches nobody at the enterprise but the safe contact', async () => {
    const report = told('E108', '怀疑离职员工带走工艺参数。', { safeContact: { account: 'enterprise' } });
    const { incidentId } = await operator.takesReport(report);
    const file = await operator.waitsFor(incidentId, assigned);
    expect(file.restricted).toBe(true);
    expect(disciplines(file)).toEqual(['CYB', 'FDE']);
    expect((await (await stage.town.enterprise()).sees(incidentId))?.number).toBe(file.number);
    for (const account of ['colleague', 'rival']) {
      const contact = await stage.town.contactOf(account);
      expect(await contact.sees(incidentId)).toBeUndefined();
      expect(await contact.notices(incidentId)).toEqual([]);
    }
    await operator.cancels(incidentId, 'test');
    const recalled = await operator.waitsFor(incidentId, (now) => active(now).length === 0);
    expect(recalled.state).toBe('CANCELLED');
    expect(recalled.assignments.map(({ state }) => state)).toEqual(['RECALLED', 'RECALLED']);
  });

  it('an escort nobody can give yet is an open gap, and is given when a unit comes on duty', async () => {
    for (const code of ['TRF01', 'TRF02']) await operator.setsDuty(code, 'off_duty');
    const { incidentId, number } = await operator.takesReport(told('F01', '大件运输需护送出园区。'));
    expect(number).toMatch(/^FW/);
    const waiting = await operator.waitsFor(incidentId, ({ dispatch }) => dispatch !== undefined);
    expect(waiting.dispatch?.gaps).toHaveLength(1);
    expect(waiting.state).toBe('TRIAGED');
    await operator.setsDuty('TRF02', 'on_duty');
    const filled = await operator.waitsFor(incidentId, assigned);
    expect(leadOf(filled)).toBe('TRF02');
    expect(filled.dispatch?.gaps).toHaveLength(0);
    await operator.setsDuty('TRF01', 'on_duty');
    await handle(incidentId, 'SERVICE_DONE');
    await operator.closes(incidentId, '护送完成');
    expect((await operator.opensFile(incidentId)).case).toBeUndefined();
  });
});
