import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Locator, Page } from 'playwright-core';
import { openStage, type Stage } from '../../journeys/stage.js';
import { assigned, leadOf, told } from '../../journeys/stories.js';
import { openBrowser, openWindow } from '../harness/browsers.js';
import { Desk } from '../harness/desk.js';
import { signIn } from '../harness/sign-in.js';

const STARTING_MS = 120_000;

describe('two people of the desk who decide about one incident', () => {
  let stage: Stage;
  let browser: Browser;
  let incidentId: string;
  let number: string;
  const windows: Record<string, Page> = {};
  beforeAll(async () => {
    stage = await openStage();
    const operator = await stage.town.operator();
    ({ incidentId, number } = await operator.takesReport(told('E101', '仓库后门被撬。')));
    await operator.waitsFor(incidentId, assigned);
    browser = await openBrowser();
    for (const account of ['chief', 'operator']) {
      const page = await openWindow(browser);
      await signIn(page, stage.baseUrl, account, stage.password);
      await new Desk(page).open(number);
      windows[account] = page;
    }
  }, STARTING_MS);
  afterAll(async () => {
    await browser.close();
    await stage.close();
  }, STARTING_MS);

  const openAct = async (account: string, name: string): Promise<Locator> => {
    const page = windows[account] as Page;
    await page.getByRole('button', { name, exact: true }).click();
    const dialog = page.getByRole('dialog', { name });
    await dialog.waitFor();
    return dialog;
  };
  const send = (dialog: Locator): Promise<void> => dialog.locator('[data-act="send"]').click();
  const priority = async (): Promise<string> =>
    ((await (await stage.town.operator()).opensFile(incidentId)) as unknown as { priority: string }).priority;

  it('what one raised stays raised: the dialog of the other says who did it, keeps the words, and asks again', async () => {
    const lowering = await openAct('chief', '调整等级');
    await lowering.locator('select').selectOption('P4');
    await lowering.locator('textarea').fill('核实为一般');

    const raising = await openAct('operator', '调整等级');
    await raising.locator('select').selectOption('P1');
    await raising.locator('textarea').fill('发现人员受困');
    await send(raising);
    await raising.waitFor({ state: 'hidden' });

    await send(lowering);
    await lowering.locator('[data-code="edit.version-changed"]').waitFor();
    expect(await priority()).toBe('P1');
    const changed = lowering.locator('[data-part="changed"]');
    await changed.getByText('调整为 P1：发现人员受困').waitFor();
    expect(await changed.innerText()).toMatch(/接警/);
    expect(await lowering.locator('textarea').inputValue()).toBe('核实为一般');

    await send(lowering);
    await lowering.waitFor({ state: 'hidden' });
    expect(await priority()).toBe('P4');
  });

  it('a restriction is not decided past a case that was opened meanwhile', async () => {
    const restricting = await openAct('chief', '限制知悉');
    await restricting.locator('textarea').fill('疑有内部人员');
    const lead = leadOf(await (await stage.town.operator()).opensFile(incidentId));
    await (await stage.town.unit(lead)).opensCase(incidentId);

    await send(restricting);
    await restricting.locator('[data-code="edit.version-changed"]').waitFor();
    await restricting.locator('[data-part="changed"]').getByText('受案登记').waitFor();
    expect(await restricting.locator('textarea').inputValue()).toBe('疑有内部人员');
    await send(restricting);
    await restricting.waitFor({ state: 'hidden' });
    expect(await (await stage.town.operator()).opensFile(incidentId)).toMatchObject({ restricted: true });
  });

  it('an approval is not given past what was found meanwhile, and keeps its words', async () => {
    const file = (await (await stage.town.operator()).opensFile(incidentId)) as unknown as { case: { caseId: string } };
    const { caseId } = file.case;
    const lead = await stage.town.unit(leadOf(await (await stage.town.operator()).opensFile(incidentId)));
    await lead.movesCase(caseId, 'review', '接报后初查');
    const proposalId = await lead.proposes(caseId, { act: 'file', basis: '勘查与清点相符' });
    const page = await openWindow(browser);
    await signIn(page, stage.baseUrl, 'director', stage.password);
    await page.locator('[data-act="waiting"]').click();
    const card = page.locator(`[data-proposal="${proposalId}"]`);
    await card.locator('[data-act="approve"]').click();
    const approving = page.getByRole('dialog');
    await approving.locator('textarea').fill('同意立案');
    await lead.posts(caseId, { kind: 'RECOVERED', amountFen: 100, holding: '铜料' });

    await send(approving);
    await approving.locator('[data-part="changed"]').getByText('追回').waitFor();
    expect(await approving.locator('textarea').inputValue()).toBe('同意立案');
    await send(approving);
    await approving.waitFor({ state: 'hidden' });
    await card.waitFor({ state: 'hidden' });
  });

  it('an officer who decided without a line gets the words back with what others did, and decides again', async () => {
    const operator = await stage.town.operator();
    const { incidentId: theft } = await operator.takesReport(told('E101', '铜料被盗。'));
    const sent = await operator.waitsFor(theft, assigned);
    const lead = sent.assignments.find(({ unit }) => unit.id === leadOf(sent));
    const unit = await stage.town.unit(leadOf(sent));
    const caseId = await unit.opensCase(theft);
    const page = await openWindow(browser, { device: 'phone' });
    await signIn(page, stage.baseUrl, leadOf(sent), stage.password);
    await page.goto(`${stage.baseUrl}/unit/assignments/${lead?.assignmentId ?? ''}`);
    await page.locator('[data-act="more"]').click();
    await page.getByRole('dialog').locator('[data-act="case"]').click();
    await page.context().setOffline(true);
    await page.getByText('开始审查').click();
    await page.locator('textarea[name="basis"]').fill('已核对进出记录');
    await page.locator('[data-act="send-case"]').click();
    await page.locator('[data-part="waiting"]').waitFor();

    const chief = await stage.signIn('chief');
    await chief.post(`incident-files/${theft}/restrict`, { reason: '疑有内部人员' });
    await page.context().setOffline(false);
    const refused = page.locator('[data-part="refused"]');
    await refused.locator('[data-part="changed"]').getByText('知悉').waitFor();
    await refused.locator('[data-act="restore"]').click();
    expect(await page.locator('textarea[name="basis"]').inputValue()).toBe('已核对进出记录');
    await page.locator('[data-act="send-case"]').click();
    await operator.waitsFor(
      theft,
      (file) => (file as unknown as { case?: { state: string } }).case?.state === 'REVIEWING',
    );
    expect(caseId).not.toBe('');
  });
});
