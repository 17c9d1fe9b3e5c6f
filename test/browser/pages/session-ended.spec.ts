import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { openStage, type Stage } from '../../journeys/stage.js';
import { assigned, told } from '../../journeys/stories.js';
import { answered } from '../harness/answered.js';
import { barriersOf } from '../harness/axe.js';
import { openBrowser, openWindow } from '../harness/browsers.js';
import { Desk } from '../harness/desk.js';
import { signIn } from '../harness/sign-in.js';

const STARTING_MS = 120_000;
const LOOKING_MS = 60_000;

describe('a session that ends while somebody works', () => {
  let stage: Stage;
  let browser: Browser;
  let number: string;
  beforeAll(async () => {
    stage = await openStage();
    const operator = await stage.town.operator();
    const { incidentId, number: given } = await operator.takesReport(told('E201', '十来个人堵住东门。'));
    number = given;
    await operator.waitsFor(incidentId, assigned);
    browser = await openBrowser();
  }, STARTING_MS);
  afterAll(async () => {
    await browser.close();
    await stage.close();
  }, STARTING_MS);

  const atDesk = async (): Promise<Page> => {
    const page = await openWindow(browser);
    await signIn(page, stage.baseUrl, 'operator', stage.password);
    await new Desk(page).open(number);
    return page;
  };
  const signInAgain = async (page: Page): Promise<void> => {
    await page.locator('input[type="password"]').fill(stage.password);
    await page.keyboard.press('Enter');
    await page.locator('input[type="password"]').waitFor({ state: 'detached' });
  };

  it(
    'a report asks for the password, then stands there as it was: nothing says that nobody is signed in, and the focus is back',
    async () => {
      const page = await atDesk();
      await page.keyboard.press('n');
      const form = page.getByRole('form', { name: '新警情' });
      await form.getByLabel('报警人').fill('门卫');
      await form.locator('[name="reporterPhone"]').fill('13800000044');
      await form.getByRole('combobox', { name: /^类型/ }).fill('E101');
      await form.getByRole('combobox', { name: /^类型/ }).press('Enter');
      await form.locator('[name="address"]').fill('湖滨示范大道300号');
      await form.locator('[name="narrative"]').fill('仓库侧门被撬。');
      await page.context().clearCookies();
      await page.keyboard.press('Control+Enter');
      await page.getByRole('dialog', { name: '登录' }).waitFor();
      expect(await barriersOf(page, 'moderate')).toEqual([]);
      await signInAgain(page);
      expect(await form.getByText('请先登录').count()).toBe(0);
      expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('narrative');
      await answered(page, '/reports', () => page.keyboard.press('Control+Enter'));
      await page.context().close();
    },
    LOOKING_MS,
  );

  it(
    'an act in a dialog does the same',
    async () => {
      const page = await atDesk();
      await page.getByRole('button', { name: '防范建议', exact: true }).click();
      const dialog = page.getByRole('dialog', { name: '防范建议' });
      await dialog.getByLabel('门卫').check();
      await dialog.getByLabel('建议内容').fill('东门夜间加一班岗');
      await page.context().clearCookies();
      await page.keyboard.press('Control+Enter');
      await page.getByRole('dialog', { name: '登录' }).waitFor();
      await signInAgain(page);
      expect(await dialog.getByText('请先登录').count()).toBe(0);
      expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('text');
      await answered(page, '/advice', () => page.keyboard.press('Control+Enter'));
      await page.context().close();
    },
    LOOKING_MS,
  );
});
