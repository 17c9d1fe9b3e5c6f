import { describe, expect, it } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { assigned } from '../../journeys/stories.js';
import { answered } from '../harness/answered.js';
import { setScene } from '../harness/scene.js';

const LOOKING_MS = 60_000;
/** Longer than somebody needs for the next key. */
const SLOW_LINE_MS = 600;

interface Sent {
  readonly enterpriseId?: string;
  readonly reporter: { readonly name: string; readonly phone?: string; readonly noPhone?: string };
  readonly place: { readonly address: string; readonly longitude?: number };
}

describe('who and where of a report, as the forms send it', () => {
  const scene = setScene();

  const open = async (account: string, device: 'desk' | 'phone'): Promise<Page> => {
    const page = await scene.open(account, { device });
    return page;
  };
  const newReport = async (page: Page): Promise<Locator> => {
    await page.keyboard.press('n');
    const form = page.getByRole('form', { name: '新警情' });
    await form.waitFor();
    return form;
  };
  const enterpriseOf = (form: Locator): Locator => form.getByRole('combobox', { name: /^企业/ });
  const choose = async (form: Locator, text: string): Promise<void> => {
    await enterpriseOf(form).fill(text);
    await form.getByRole('option').filter({ hasText: text }).first().waitFor();
    await enterpriseOf(form).press('Enter');
  };
  const sendsFrom = async (page: Page, form: Locator): Promise<Sent> => {
    await form.getByRole('combobox', { name: /^类型/ }).fill('E101');
    await form.getByRole('combobox', { name: /^类型/ }).press('Enter');
    await form.getByRole('textbox', { name: '报警内容' }).fill('仓库门锁被撬。');
    const answer = await answered(page, '/reports', () => page.keyboard.press('Control+Enter'));
    return answer.request().postDataJSON() as Sent;
  };

  it(
    'Enter takes no enterprise of an earlier search, however slow the line is',
    async () => {
      const page = await open('operator', 'desk');
      const form = await newReport(page);
      const box = enterpriseOf(form);
      await box.pressSequentially('示范');
      await form.getByRole('option').first().waitFor();
      await page.route(/\/api\/v1\/enterprises\?/, async (route) => {
        await new Promise((resolve) => setTimeout(resolve, SLOW_LINE_MS));
        await route.continue();
      });
      await box.press('Home');
      await box.pressSequentially('东港');
      await box.press('Enter');
      await form.getByRole('textbox', { name: '地址' }).and(form.locator('[name="address"]')).waitFor();
      await page.waitForFunction(() => document.querySelector<HTMLInputElement>('input[name="address"]')?.value !== '');
      expect(await box.inputValue()).toBe('东港示范物流有限公司');
      expect(await form.locator('[name="address"]').inputValue()).toBe('东港示范物流园3号库');
      await page.context().close();
    },
    LOOKING_MS,
  );

  it(
    'what one enterprise filled in leaves with it',
    async () => {
      const page = await open('operator', 'desk');
      const form = await newReport(page);
      await choose(form, '云杉');
      expect(await form.locator('[name="reporterPhone"]').inputValue()).toBe('13800000001');
      await choose(form, '东港');
      expect(await form.locator('[name="reporterPhone"]').inputValue()).toBe('');
      await form.locator('[name="reporterName"]').fill('门卫');
      await form.locator('[name="reporterPhone"]').fill('13800000044');
      const { reporter, place } = await sendsFrom(page, form);
      expect([reporter, place]).toEqual([
        { name: '门卫', phone: '13800000044' },
        { address: '东港示范物流园3号库', longitude: 120.058, latitude: 31.682 },
      ]);
      await page.context().close();
    },
    LOOKING_MS,
  );

  it(
    'a changed address goes without the point of another one, and says on every screen that nobody verified it',
    async () => {
      const page = await open('operator', 'desk');
      const form = await newReport(page);
      await choose(form, '云杉');
      await form.locator('[name="address"]').fill('湖滨示范大道300号（二分厂）');
      await form.getByText('位置未核实').waitFor();
      const { place } = await sendsFrom(page, form);
      expect(place).toEqual({ address: '湖滨示范大道300号（二分厂）' });
      const file = page.locator('[data-file]');
      await file.locator('[data-part="unverified"]').getByText('位置未核实').waitFor();
      // The town that the address names, not the enterprise that moved.
      await file.locator('[data-assignment="PS01"]').waitFor();
      await page.context().close();

      const phone = await open('PS01', 'phone');
      const note = phone.locator('[data-part="unverified"]');
      await note.waitFor();
      expect(await note.innerText()).toContain('先打电话问清地点');
      expect(await phone.locator('[data-act="navigate"]').getAttribute('href')).toMatch(/^geo:0,0\?q=/);
      await phone.context().close();
    },
    LOOKING_MS,
  );

  it(
    'a call about no enterprise by somebody who keeps the number says where it goes, and stands among those without units',
    async () => {
      const page = await open('operator', 'desk');
      const form = await newReport(page);
      await form.locator('[name="reporterName"]').fill('不愿透露姓名');
      await form.locator('[name="address"]').fill('湖滨示范大道');
      await form.locator('select[name="noPhone"]').selectOption('withheld');
      await form.getByRole('combobox', { name: /^类型/ }).fill('E101');
      await form.getByRole('combobox', { name: /^类型/ }).press('Enter');
      await form.getByText('转综合警情席处置').waitFor();
      const { reporter } = await sendsFrom(page, form);
      expect(reporter).toEqual({ name: '不愿透露姓名', noPhone: 'withheld' });
      const file = page.locator('[data-file]');
      await file.getByText('不愿提供电话').waitFor();
      await file.getByText('综合警情示范席').first().waitFor();
      expect(await file.locator('[data-assignment]').count()).toBe(0);
      await page.context().close();
    },
    LOOKING_MS,
  );

  it(
    'the portal pairs no changed address with the registered point',
    async () => {
      const page = await open('enterprise', 'phone');
      await page.getByText('财物与诈骗').click();
      await page.getByText('企业财物被盗').click();
      await page.locator('textarea[name="narrative"]').fill('外租仓库的门锁被撬。');
      await page.locator('input[name="address"]').fill('东港示范大道88号 外租仓库');
      await page.locator('[data-part="unverified"]').waitFor();
      const answer = await answered(page, '/reports', () => page.locator('[data-act="send-report"]').click());
      expect((answer.request().postDataJSON() as Sent).place).toEqual({ address: '东港示范大道88号 外租仓库' });
      await page.context().close();
    },
    LOOKING_MS,
  );

  it(
    'fraud by portal is asked when, how much and to which account, and is as urgent as by telephone',
    async () => {
      const page = await open('enterprise', 'phone');
      await page.getByText('财物与诈骗').click();
      await page.getByText('电信网络诈骗').click();
      await page.locator('[name="details.payments.0.amountFen"]').fill('480000');
      await page.locator('[name="details.payments.0.payeeAccount"]').fill('6222000000000001');
      const shown = new Intl.DateTimeFormat('sv-SE', {
        timeZone: 'Asia/Shanghai',
        dateStyle: 'short',
        timeStyle: 'short',
      });
      const tenMinutesAgo = shown.format(Date.now() - 600_000).replace(' ', 'T');
      await page.locator('[name="details.payments.0.transferredAt"]').fill(tenMinutesAgo);
      await page.locator('textarea[name="narrative"]').fill('有人冒充老板要求转账。');
      const answer = await answered(page, '/reports', () => page.locator('[data-act="send-report"]').click());
      const { incidentId } = (await answer.json()) as { incidentId: string };
      const file = await (await scene.stage.town.operator()).waitsFor(incidentId, assigned);
      expect(file.priority).toBe('P1');
      await page.context().close();
    },
    LOOKING_MS,
  );
});
