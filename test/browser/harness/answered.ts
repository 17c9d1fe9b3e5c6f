import type { Page, Response } from 'playwright-core';

/** Does something on a page and waits until the server has taken what the page sends to an address that ends like that. */
export async function answered(page: Page, ending: string, work: () => Promise<void>): Promise<Response> {
  const answer = page.waitForResponse(
    (response) => response.request().method() === 'POST' && new URL(response.url()).pathname.endsWith(ending),
  );
  await work();
  const response = await answer;
  if (!response.ok()) throw new Error(`${ending}: ${response.status()} ${await response.text()}`);
  return response;
}
