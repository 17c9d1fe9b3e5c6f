import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Locator, Page } from 'playwright-core';
import { openStage, type Stage } from '../../journeys/stage.js';
import { assigned, told } from '../../journeys/stories.js';
import { answered } from '../harness/answered.js';
import { openBrowser, openWindow } from '../harness/browsers.js';
import { Desk } from '../harness/desk.js';
import { signIn } from '../harness/sign-in.js';

const STARTING_MS = 120_000;

describe('the dialogs of the desk by keyboard', () => {
  let stage: Stage;
  let browser: Browser;
  let page: Page;
  let incidentId: string;
  let number: string;
  beforeAll(async () => {
    stage = await openStage();
    const operator = await stage.town.operator();
    ({ incidentId, number } = await operator.takesReport(told('E201', '十来个人堵住东门。')));
    await operator.waitsFor(incidentId, assigned);
    browser = await openBrowser();
    page = await openWindow(browser);
    await signIn(page, stage.baseUrl, 'operator', stage.password);
    await new Desk(page).open(number);
  }, STARTING_MS);
  afterAll(async () => {
    await browser.close();
    await stage.close();
  }, STARTING_MS);

  const openAct = async (name: string): Promise<Locator> => {
    await page.getByRole('button', { name, exact: true }).focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name });
    await dialog.waitFor();
    return dialog;
  };
  const focused = (): Promise<string> =>
    page.evaluate(() => {
      const { activeElement: at } = document;
      return at === document.body
        ? 'body'
        : (at?.getAttribute('data-act') ?? at?.getAttribute('name') ?? at?.tagName ?? '');
    });

  it('the focus is on the first field, Tab stays inside, and Escape gives the focus back', async () => {
    const dialog = await openAct('调整等级');
    expect(await focused()).toBe('priority');
    for (let presses = 0; presses < 8; presses += 1) {
      await page.keyboard.press('Tab');
      expect(await dialog.evaluate((box) => box.contains(document.activeElement))).toBe(true);
    }
    await page.keyboard.press('Escape');
    expect(await focused()).toBe('regrade');
  });

  it('typed text outlives Escape and a click beside, for its act and its incident', async () => {
    const dialog = await openAct('防范建议');
    await dialog.getByLabel('建议内容').fill('东门夜间加一班岗');
    await page.keyboard.press('Escape');
    await openAct('防范建议');
    expect(await dialog.getByLabel('建议内容').inputValue()).toBe('东门夜间加一班岗');
    await page.mouse.click(8, 400);
    await dialog.waitFor({ state: 'hidden' });
    await openAct('调整等级');
    expect(await page.getByRole('dialog').locator('textarea').inputValue()).toBe('');
    await page.keyboard.press('Escape');
    await openAct('防范建议');
    expect(await dialog.getByLabel('建议内容').inputValue()).toBe('东门夜间加一班岗');
    await page.keyboard.press('Escape');
  });

  it('Ctrl+Enter sends from wherever the focus is, and what was sent is no draft any more', async () => {
    const dialog = await openAct('防范建议');
    await dialog.getByLabel('门卫').check();
    await dialog.locator('[data-act="close"]').focus();
    await answered(page, '/advice', () => page.keyboard.press('Control+Enter'));
    await dialog.waitFor({ state: 'hidden' });
    await openAct('防范建议');
    expect(await dialog.getByLabel('建议内容').inputValue()).toBe('');
    await page.keyboard.press('Escape');
  });

  it('the key after Escape belongs to the page', async () => {
    await openAct('增援');
    await page.keyboard.press('Escape');
    await page.keyboard.press('u');
    await page.waitForURL(/\/console\/units$/);
    await new Desk(page).open(number);
  });

  it('the focus goes on to what is next when the pressed button is gone', async () => {
    const unit = page.locator('[data-assignment="PAT02"]');
    const press = async (step: string): Promise<void> => {
      await unit.locator(`[data-act="${step}"]`).focus();
      await answered(page, `/${step}`, () => page.keyboard.press('Enter'));
      await unit.locator(`[data-act="${step}"]`).waitFor({ state: 'detached' });
    };
    await press('acknowledge');
    await page.waitForFunction(() => document.activeElement?.getAttribute('data-act') === 'depart');
    await press('depart');
    await page.waitForFunction(() => document.activeElement?.getAttribute('data-act') === 'arrive');
  });
});
