import type { Page } from 'playwright-core';

/** Opens the front door and signs in; ends on the page that the account is led to. */
export async function signIn(page: Page, baseUrl: string, account: string, password: string): Promise<void> {
  await page.goto(baseUrl);
  await page.getByLabel(/^(账号|Account)$/).fill(account);
  await page.getByLabel(/^(密码|Password)$/).fill(password);
  await page.getByRole('button', { name: /^(登录|Sign in)$/ }).click();
  await page.waitForURL(/\/(console|unit|portal|admin)\//);
  await page.getByRole('main').waitFor();
}
