import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { openStage, type Stage } from '../../journeys/stage.js';
import { assigned, told } from '../../journeys/stories.js';
import { openBrowser, openWindow } from '../harness/browsers.js';
import { Desk } from '../harness/desk.js';
import { signIn } from '../harness/sign-in.js';

const STARTING_MS = 120_000;
/** Longer than the desk takes to count as left alone. */
const LEFT_ALONE_MS = 16_000;

describe('the desk under hands that know only the keyboard, or rest on the mouse', () => {
  let stage: Stage;
  let browser: Browser;
  let page: Page;
  let incidentId: string;
  let number: string;
  beforeAll(async () => {
    stage = await openStage();
    const operator = await stage.town.operator();
    ({ incidentId, number } = await operator.takesReport(told('E101', '原料仓库侧门锁被撬，铜料少了一批。')));
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

  it('Enter presses the button that has the focus, and letters work under Caps Lock', async () => {
    await page.getByRole('button', { name: '增援', exact: true }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: '增援' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await page.keyboard.press('N');
    await page.getByRole('form', { name: '新警情' }).waitFor();
    await page.keyboard.press('Escape');
  });

  it('a finding is never put on record by default', async () => {
    await new Desk(page).open(number);
    await page.getByRole('button', { name: '撤销', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: '撤销' });
    const send = dialog.getByRole('button', { name: '提交' });
    expect(await send.isDisabled()).toBe(true);
    await dialog.getByLabel('原因').selectOption({ label: '测试' });
    expect(await send.isEnabled()).toBe(true);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
  });

  it(
    'rows stay where they are under a resting pointer; what is new is announced beside the search box',
    async () => {
      const row = page.locator(`[data-number="${number}"]`);
      await row.hover();
      const before = await row.boundingBox();
      await page.waitForTimeout(LEFT_ALONE_MS);
      const operator = await stage.town.operator();
      const { number: another } = await operator.takesReport(told('E201', '三十多人堵住东门。', { crowd: 35 }));
      await page.getByRole('button', { name: /条新警情/ }).waitFor();
      expect(await row.boundingBox()).toEqual(before);
      expect(await new Desk(page).rows(another)).toBe(0);
      await page.keyboard.press('.');
      await page.locator(`[data-number="${another}"]`).waitFor();
    },
    STARTING_MS,
  );

  it('what to tell the caller stands under the type as soon as it is chosen, and changes with it', async () => {
    await page.keyboard.press('n');
    const form = page.getByRole('form', { name: '新警情' });
    const advice = form.locator('[data-part="advice"]');
    expect(await advice.count()).toBe(0);
    for (const [code, words] of [
      ['E104', /请告知报警人：.*(?:勿再转账|不要再转账)/],
      ['E101', /请告知报警人：.*监控/],
    ] as const) {
      await form.getByRole('combobox', { name: /^类型/ }).fill(code);
      await form.getByRole('combobox', { name: /^类型/ }).press('Enter');
      await advice.filter({ hasText: words }).waitFor();
    }
    await form.getByRole('button', { name: '清空' }).click();
    await page.keyboard.press('Escape');
  });

  it('amounts are asked for in yuan, and values are words', async () => {
    await page.keyboard.press('n');
    const form = page.getByRole('form', { name: '新警情' });
    await form.getByRole('combobox', { name: /^类型/ }).fill('E104');
    await form.getByRole('combobox', { name: /^类型/ }).press('Enter');
    await form.getByLabel('金额（元）').waitFor();
    expect(await form.getByLabel('诈骗渠道').getByRole('option').allInnerTexts()).toContain('微信');
    await form.getByRole('button', { name: '再加一条' }).click();
    expect(await form.getByLabel('金额（元）').count()).toBe(2);
    await form.getByRole('button', { name: '清空' }).click();
    await page.keyboard.press('Escape');
  });

  it('the words of the caller point to types, and one click takes one', async () => {
    await page.keyboard.press('n');
    const form = page.getByRole('form', { name: '新警情' });
    await form.getByLabel('报警内容').fill('二车间着火了，浓烟很大。');
    await form.locator('[data-part="suggestions"] button').filter({ hasText: '火灾爆燃' }).click();
    await form.locator('[data-part="advice"]').filter({ hasText: '疏散' }).waitFor();
    expect(await form.locator('[data-part="suggestions"]').count()).toBe(0);
    await form.getByRole('button', { name: '清空' }).click();
    await page.keyboard.press('Escape');
  });
});
