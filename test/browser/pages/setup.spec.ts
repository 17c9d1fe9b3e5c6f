import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { SetUp } from '../../../apps/identity/src/use-cases/set-up.js';
import { startSystem, type System } from '../../service/abuse/system.js';
import { barriersOf } from '../harness/axe.js';
import { openBrowser, openWindow } from '../harness/browsers.js';
import { typeNewPassword } from '../harness/passwords.js';
import { signIn } from '../harness/sign-in.js';

const ACTING_MS = 120_000;
const PASSWORD = 'Harbour-lamp-41';

describe('an empty deployment', () => {
  let system: System;
  let browser: Browser;
  beforeAll(async () => {
    system = await startSystem({ QIJING_DEMO: 'false' });
    browser = await openBrowser();
  }, ACTING_MS);
  afterAll(async () => {
    await browser?.close();
    await system?.stop();
  }, ACTING_MS);

  it(
    'is set up on a page, by keyboard, and its administrator signs in',
    async () => {
      const page = await openWindow(browser, {});
      const { secret } = await system.app.get(SetUp, { strict: false }).link();
      await page.goto(`${system.url}/setup/#${secret}`);
      expect(page.url()).not.toContain('#');
      expect(await barriersOf(page, 'moderate')).toEqual([]);
      const typed = ['chen.min', '陈敏', 'sun.yue', '孙越'];
      for (const text of typed) {
        await page.keyboard.type(text);
        await page.keyboard.press('Tab');
      }
      await page.keyboard.press('Enter');
      await page.getByText('请填写三位管理员').waitFor();
      await page.locator('input[name="audit-account"]').fill('Sun.Yue');
      await page.locator('input[name="audit-name"]').fill('何静');
      await page.keyboard.press('Enter');
      await page.locator('[data-code="setup.three-people"]').waitFor();
      await page.locator('input[name="audit-account"]').fill('he.jing');
      await page.keyboard.press('Enter');
      await page.locator('[data-part="made"]').waitFor();
      expect(await barriersOf(page, 'moderate')).toEqual([]);
      const link = await page.locator('[data-which="system"] input').inputValue();

      const theirs = await openWindow(browser, { device: 'phone' });
      await theirs.goto(link);
      await typeNewPassword(theirs, PASSWORD);
      await theirs.keyboard.press('Enter');
      await theirs.locator('[data-part="done"]').waitFor();
      await signIn(theirs, system.url, 'chen.min', PASSWORD);
      await theirs.locator('tr[data-account="he.jing"]').waitFor();

      await page.goto(`${system.url}/setup/#${secret}`);
      for (const which of ['system', 'security', 'audit']) {
        await page.locator(`input[name="${which}-account"]`).fill(`${which}.late`);
        await page.locator(`input[name="${which}-name"]`).fill(which);
      }
      await page.keyboard.press('Enter');
      await page.locator('[data-code="setup.done"]').waitFor();
    },
    ACTING_MS,
  );
});
