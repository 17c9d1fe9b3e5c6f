import type { Page } from 'playwright-core';
import type { EnterpriseView, NoticeSeen } from '../../../apps/standalone/src/demo/seen.js';
import type { EnterpriseContact } from '../../../apps/standalone/src/demo/town.js';

/**
 * Somebody of an enterprise who looks at the portal. What was told is asked of the API as well, because the portal shows the
 * sentences and not what they are about; each of them has to be on the screen.
 */
export function enterpriseByHand(page: Page, asked: EnterpriseContact): EnterpriseContact {
  const open = (incidentId: string) => openIncident(page, incidentId);
  return {
    sees: async (incidentId) => ((await open(incidentId)) ? readTrack(page) : undefined),
    notices: async (incidentId) => {
      const told = await asked.notices(incidentId);
      if (told.length === 0) await showsNothing(page);
      else await open(incidentId);
      return showsEach(page, told);
    },
    waitsForNotice: async (incidentId, step) => {
      await open(incidentId);
      return showsEach(page, await asked.waitsForNotice(incidentId, step));
    },
  };
}

/** Opens an incident; false when the portal says that there is none for this person. */
async function openIncident(page: Page, incidentId: string): Promise<boolean> {
  const path = `/portal/incidents/${incidentId}`;
  if (new URL(page.url()).pathname !== path) await page.goto(new URL(path, page.url()).href);
  const track = page.getByRole('heading', { name: '办理进度' });
  const gone = page.getByText('没有这起警情，或者您无权查看。');
  await track.or(gone).waitFor();
  return track.isVisible();
}

/** The steps with their times, as they stand on the screen. */
async function readTrack(page: Page): Promise<EnterpriseView> {
  const items = await page.locator('[data-step]').all();
  const steps = await Promise.all(
    items.map(async (item) => {
      const text = await item.innerText();
      const [at] = /\d{1,2}:\d{2}/.exec(text) ?? [];
      const state = at !== undefined ? 'done' : text.includes('不适用') ? 'skipped' : 'ahead';
      return { step: (await item.getAttribute('data-step')) ?? '', state, ...(at !== undefined && { at }) };
    }),
  );
  return { number: (await page.locator('[data-part="number"]').innerText()).trim(), steps };
}

/** No list of the portal has anything for somebody of whom nothing happened. */
async function showsNothing(page: Page): Promise<void> {
  for (const [path, words] of [
    ['incidents', '还没有报过警'],
    ['ledger', '没有登记损失'],
    ['notices', '还没有通知'],
  ] as const) {
    await page.goto(new URL(`/portal/${path}`, page.url()).href);
    await page.getByRole('heading', { name: words }).waitFor();
  }
}

async function showsEach(page: Page, told: readonly NoticeSeen[]): Promise<readonly NoticeSeen[]> {
  for (const { text } of told) {
    const { zh } = text as { zh: string };
    await page.getByText(zh).first().waitFor();
  }
  return told;
}
