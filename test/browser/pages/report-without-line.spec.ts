import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { setScene } from '../harness/scene.js';

const LOOKING_MS = 60_000;

describe('a report from a phone that has no line', () => {
  const scene = setScene();

  const filled = async (narrative: string): Promise<Page> => {
    const page = await scene.open('enterprise', { device: 'phone' });
    await page.getByText('财物与诈骗').click();
    await page.getByText('企业财物被盗').click();
    await page.locator('textarea[name="narrative"]').fill(narrative);
    return page;
  };
  const send = (page: Page): Promise<void> => page.locator('[data-act="send-report"]').click();
  const told = async (narrative: string): Promise<number> => {
    const operator = await scene.stage.signIn('operator');
    const { items } = await operator.get<{ items: { incidentId: string }[] }>('incident-files?stage=open&limit=200');
    const files = await Promise.all(
      items.map(({ incidentId }) => operator.get<{ narrative: string }>(`incident-files/${incidentId}`)),
    );
    return files.filter((file) => file.narrative === narrative).length;
  };

  it(
    'is kept when the page is left, and arrives once when the line is back',
    async () => {
      const page = await filled('外租仓库的门锁被撬。');
      await page.context().setOffline(true);
      await send(page);
      await page.locator('[data-act="edit"]').waitFor();
      await page.locator('[data-page="notices"]').click();
      await page.locator('[data-page="report"]').click();
      await page.locator('[data-act="edit"]').waitFor();
      await page.context().setOffline(false);
      await page.waitForURL(/\/portal\/receipts\//);
      expect(await told('外租仓库的门锁被撬。')).toBe(1);
      await page.context().close();
    },
    LOOKING_MS,
  );

  it(
    'that was answered into a dead line arrives once',
    async () => {
      const page = await filled('厂区围墙被推倒一段。');
      let cut = 0;
      await page.route('**/api/v1/reports', async (route) => {
        cut += 1;
        if (cut > 1) return route.continue();
        await route.fetch();
        await route.abort('connectionreset');
      });
      await send(page);
      await page.waitForURL(/\/portal\/receipts\//);
      expect(cut).toBe(2);
      expect(await told('厂区围墙被推倒一段。')).toBe(1);
      await page.context().close();
    },
    LOOKING_MS,
  );

  it(
    'can be taken back and changed',
    async () => {
      const page = await filled('门锁被撬。');
      await page.context().setOffline(true);
      await send(page);
      await page.locator('[data-act="edit"]').click();
      await page.locator('textarea[name="narrative"]').fill('门锁被撬，少了两卷电缆。');
      await page.context().setOffline(false);
      await send(page);
      await page.waitForURL(/\/portal\/receipts\//);
      expect([await told('门锁被撬。'), await told('门锁被撬，少了两卷电缆。')]).toEqual([0, 1]);
      await page.context().close();
    },
    LOOKING_MS,
  );
});
