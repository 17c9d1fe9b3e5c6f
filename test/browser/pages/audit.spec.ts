import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { barriersOf } from '../harness/axe.js';
import { setScene } from '../harness/scene.js';

const ACTING_MS = 120_000;

describe('the audit page', () => {
  const scene = setScene();

  it(
    'shows the audit administrator who did what and what was refused, and saves it as a table',
    async () => {
      const admin = await scene.open('admin');
      await admin.locator('tr[data-account="admin"]').waitFor();
      expect(await admin.locator('nav a').count()).toBe(0);

      const page = await scene.open('audit');
      await page.locator('nav a[href="/admin/audit"]').click();
      await page.locator('tr[data-audit="account.read"]').first().waitFor();
      expect(await barriersOf(page, 'moderate')).toEqual([]);

      await page.locator('input[name="who"]').fill('admin');
      await page.keyboard.press('Enter');
      await page.locator('tr[data-audit] td:nth-child(2)').getByText('admin', { exact: true }).first().waitFor();
      await page.waitForFunction(
        () =>
          new Set([...document.querySelectorAll('tr[data-audit] td:nth-child(2)')].map((cell) => cell.textContent))
            .size === 1,
      );

      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.locator('[data-act="save-entries"]').click(),
      ]);
      expect(download.suggestedFilename()).toMatch(/^audit-identity-\d{12}\.csv$/);
      const saved = readFileSync(await download.path(), 'utf8')
        .trim()
        .split('\r\n');
      expect(saved.length).toBe(1 + (await page.locator('tr[data-audit]').count()));

      await page.locator('input[name="who"]').fill('');
      await page.locator('input[name="act"]').fill('nothing.at-all');
      await page.keyboard.press('Enter');
      await page.getByText('没有符合条件的记录').waitFor();
      await page.locator('input[name="from"]').fill('2020-01-01T00:00');
      await page.keyboard.press('Enter');
      await page.locator('[data-code="audit.window-too-long"]').waitFor();
    },
    ACTING_MS,
  );
});
