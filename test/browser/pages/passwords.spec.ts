import { describe, expect, it } from '@jest/globals';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Page } from 'playwright-core';
import { barriersOf } from '../harness/axe.js';
import { linkIn, setPassword, typeNewPassword } from '../harness/passwords.js';
import { setScene } from '../harness/scene.js';
import { signIn } from '../harness/sign-in.js';

const ACTING_MS = 120_000;
const [FIRST, SECOND, THIRD] = ['Harbour-lamp-41', 'Violet-anchor-52', 'Copper-meadow-63'] as const;

describe('passwords that people set themselves', () => {
  const scene = setScene();

  const admin = async (): Promise<Page> => {
    const page = await scene.open('admin');
    await page.locator('tr[data-account="admin"]').waitFor();
    return page;
  };
  const create = async (page: Page, account: string): Promise<void> => {
    await page.locator('[data-act="new-account"]').click();
    await page.locator('input[name="account"]').fill(account);
    await page.locator('input[name="name"]').fill('张伟');
    await page.getByLabel('统计分析').check();
    await page.locator('[data-act="save-account"]').click();
    await page.locator(`[data-part="handed-out"][data-account="${account}"]`).waitFor();
  };
  const fill = async (page: Page, account: string, password: string): Promise<void> => {
    await page.goto(scene.stage.baseUrl);
    await page.locator('input[name="account"]').fill(account);
    await page.locator('input[name="password"]').fill(password);
    await page.keyboard.press('Enter');
  };

  it(
    'a first one by a link that is shown once and works once; no administrator knows it',
    async () => {
      const page = await admin();
      await create(page, 'zhang.wei');
      const link = await linkIn(page, 'zhang.wei');
      expect(new URL(link).pathname).toBe('/password/');
      expect(await barriersOf(page, 'moderate')).toEqual([]);
      await page.locator('[data-act="close-link"]').click();
      await page.locator('tr[data-account="zhang.wei"]').getByText('尚未设置密码').waitFor();

      const theirs = await scene.window({ device: 'phone' });
      await theirs.goto(link);
      expect(theirs.url()).not.toContain('#');
      await typeNewPassword(theirs, 'Password1234');
      await theirs.keyboard.press('Enter');
      await theirs.locator('[data-code="account.password-common"]').waitFor();
      expect(await barriersOf(theirs, 'moderate')).toEqual([]);
      await typeNewPassword(theirs, FIRST);
      await theirs.keyboard.press('Enter');
      await theirs.locator('[data-part="done"]').getByText('zhang.wei').waitFor();
      await signIn(theirs, scene.stage.baseUrl, 'zhang.wei', FIRST);

      const late = await scene.window();
      await late.goto(link);
      await typeNewPassword(late, SECOND);
      await late.keyboard.press('Enter');
      await late.locator('[data-code="password.secret-refused"]').waitFor();
    },
    ACTING_MS,
  );

  it(
    'another one with the present one, from the head of every page; windows elsewhere ask to sign in',
    async () => {
      const page = await admin();
      await create(page, 'li.na');
      const own = await setPassword(scene, await linkIn(page, 'li.na'), FIRST);
      await signIn(own, scene.stage.baseUrl, 'li.na', FIRST);
      const elsewhere = await scene.open('li.na', {}, FIRST);
      await own.locator('[data-act="change-password"]').click();
      await own.locator('input[name="password"]').fill('Not-the-old-one-7');
      await typeNewPassword(own, SECOND);
      await own.keyboard.press('Enter');
      await own.locator('[data-code="session.refused"]').waitFor();
      await own.locator('input[name="password"]').fill(FIRST);
      await own.keyboard.press('Enter');
      await own.locator('[data-part="done"]').waitFor();
      await own.getByRole('link', { name: '返回' }).click();
      await own.waitForURL(/\/console\//);
      await elsewhere.reload();
      await elsewhere.locator('input[name="account"]').waitFor();
      await signIn(elsewhere, scene.stage.baseUrl, 'li.na', SECOND);
    },
    ACTING_MS,
  );

  it(
    'an address that was wrong five times is let in again by an administrator, and a forgotten one is replaced',
    async () => {
      const page = await admin();
      await create(page, 'wang.min');
      const own = await setPassword(scene, await linkIn(page, 'wang.min'), FIRST);
      for (let n = 0; n < 5; n += 1) {
        await fill(own, 'wang.min', 'Wrong-password-1');
        await own.locator('[data-code="session.refused"]').waitFor();
      }
      await fill(own, 'wang.min', FIRST);
      await own.locator('[data-code="session.refused"]').waitFor();
      await page.reload();
      const row = page.locator('tr[data-account="wang.min"]');
      await row.getByText('部分来源暂停登录').waitFor();
      await row.locator('[data-act="unlock"]').click();
      await row.locator('[data-act="unlock"]').waitFor({ state: 'detached' });
      await signIn(own, scene.stage.baseUrl, 'wang.min', FIRST);

      await row.locator('[data-act="reset"]').click();
      await page.locator('[data-part="handed-out"][data-account="wang.min"]').waitFor();
      const again = await setPassword(scene, await linkIn(page, 'wang.min'), THIRD);
      await fill(again, 'wang.min', FIRST);
      await again.locator('[data-code="session.refused"]').waitFor();
      await signIn(again, scene.stage.baseUrl, 'wang.min', THIRD);
    },
    ACTING_MS,
  );

  it(
    'one that somebody else chose is changed at the first sign-in, before anything else',
    async () => {
      const words = ['dist/programs/qijing.js', 'user', 'create', 'first.time', '--name', '李娜', '--roles', 'analyst'];
      const env = { ...process.env, ...scene.stage.environment, QIJING_NEW_PASSWORD: FIRST };
      await promisify(execFile)(process.execPath, words, { env });
      const page = await scene.window({ device: 'small phone' });
      await fill(page, 'first.time', FIRST);
      await page.getByText('首次登录或密码已到期，请设置新密码。').waitFor();
      await page.locator('input[name="newPassword"]:focus').waitFor();
      expect(await barriersOf(page, 'moderate')).toEqual([]);
      await typeNewPassword(page, SECOND);
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/console\//);
      await signIn(await scene.window(), scene.stage.baseUrl, 'first.time', SECOND);
    },
    ACTING_MS,
  );
});
