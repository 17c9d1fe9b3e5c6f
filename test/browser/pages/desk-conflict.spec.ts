import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Locator, Page } from 'playwright-core';
import { openStage, type Stage } from '../../journeys/stage.js';
import { assigned, told } from '../../journeys/stories.js';
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
});
