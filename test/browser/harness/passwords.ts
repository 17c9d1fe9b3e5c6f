import type { Page } from 'playwright-core';
import type { Looks } from './browsers.js';
import type { Scene } from './scene.js';

/** The link that an administrator's page shows for an account. */
export function linkIn(page: Page, account: string): Promise<string> {
  return page.locator(`[data-part="handed-out"][data-account="${account}"] input`).inputValue();
}

/** Types a new password twice. */
export async function typeNewPassword(page: Page, password: string): Promise<void> {
  await page.locator('input[name="newPassword"]').fill(password);
  await page.locator('input[name="newPasswordAgain"]').fill(password);
}

/** A person opens a link in a window of its own and sets a password; answers the window. */
export async function setPassword(scene: Scene, link: string, password: string, looks?: Partial<Looks>): Promise<Page> {
  const page = await scene.window(looks);
  await page.goto(link);
  await typeNewPassword(page, password);
  await page.locator('[data-act="set-password"]').click();
  await page.locator('[data-part="done"]').waitFor();
  return page;
}
