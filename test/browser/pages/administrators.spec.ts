import { describe, expect, it } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { linkIn, setPassword } from '../harness/passwords.js';
import { setScene } from '../harness/scene.js';

const STARTING_MS = 120_000;
const PASSWORD = 'Correct-horse-9';

describe('accounts, kept by one administrator and confirmed by another', () => {
  const scene = setScene();

  const as = async (account: string): Promise<Page> => {
    const page = await scene.open(account);
    await page.locator('tr[data-account="admin"]').waitFor();
    return page;
  };
  const row = (page: Page, account: string): Locator => page.locator(`tr[data-account="${account}"]`);

  it(
    'an approver made by keyboard has no right until the security administrator confirms',
    async () => {
      const admin = await as('admin');
      await admin.locator('[data-act="new-account"]').focus();
      await admin.keyboard.press('Enter');
      await admin.locator('input[name="account"]:focus').waitFor();
      await admin.keyboard.type('chen.ju');
      await admin.keyboard.press('Tab');
      await admin.keyboard.type('陈局');
      await admin.getByLabel('审批领导').check();
      await admin.keyboard.press('Control+Enter');
      await row(admin, 'chen.ju').getByText('尚无角色，不能登录').waitFor();
      expect(await row(admin, 'chen.ju').locator('[data-act="confirm"]').count()).toBe(0);

      const audit = await as('audit');
      expect(await row(audit, 'chen.ju').locator('[data-act="confirm"]').count()).toBe(0);

      const security = await as('security');
      await security.getByLabel(/只看待确认（1）/).check();
      await row(security, 'chen.ju').getByText('系统管理员 提出，待确认： 角色改为 审批领导。').waitFor();
      await row(security, 'chen.ju').locator('[data-act="confirm"]').click();
      await security.getByText('没有符合条件的账号。').waitFor();
      await setPassword(scene, await linkIn(security, 'chen.ju'), PASSWORD);

      const page = await scene.open('chen.ju', {}, PASSWORD);
      expect(new URL(page.url()).pathname).toBe('/console/');
    },
    STARTING_MS,
  );

  it(
    'a refusal leaves an administrator in, and says what is refused in words',
    async () => {
      const [admin, security] = [await as('admin'), await as('security')];
      await row(admin, 'audit').locator('[data-act="shut"]').click();
      await row(admin, 'audit').getByText('停用。').waitFor();
      await security.reload();
      await row(security, 'audit').locator('[data-act="refuse"]').click();
      await row(security, 'audit').locator('.pending').waitFor({ state: 'detached' });
      expect(await row(security, 'audit').getByText('启用').count()).toBe(1);
      await row(admin, 'audit').locator('[data-act="roles"]').click();
      await admin.getByLabel('处警民警').check();
      await admin.locator('[data-act="save-account"]').click();
      // What this window shows is old by now: nothing is decided on it, and what was ticked stays.
      await admin.locator('form [data-code="edit.version-changed"]').waitFor();
      await row(admin, 'audit').locator('.pending').waitFor({ state: 'detached' });
      await admin.locator('[data-act="save-account"]').click();
      await admin.locator('form [data-code="account.roles-refused"]').waitFor();
      expect(await row(admin, 'admin').locator('[data-act="shut"]').count()).toBe(0);
    },
    STARTING_MS,
  );
});
