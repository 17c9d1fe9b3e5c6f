import { expect, it } from '@jest/globals';
import type { Receipt } from '../../../apps/standalone/src/demo/seen.js';
import { told } from '../../journeys/stories.js';
import { answered } from '../harness/answered.js';
import { setScene } from '../harness/scene.js';
import { Desk } from '../harness/desk.js';

const LOOKING_MS = 120_000;
/** One more than units serve of one enterprise at a time on its own word. */
const MANY = 4;

interface Waiting extends Receipt {
  readonly waiting?: { readonly zh: string };
}

const scene = setScene();
const reportDanger = async (): Promise<Waiting> => {
  const { enterpriseId: _own, ...report } = told('E101', '仓库有人持械盗窃。', { flags: ['life_threat'] });
  return (await scene.stage.signIn('enterprise')).post<Waiting>('reports', report);
};

it(
  'a report that is one too many rings at the desk, stands on top with its clock, and is released by one key',
  async () => {
    const page = await scene.open('operator');
    const receipts: Waiting[] = [];
    for (let n = 0; n < MANY; n += 1) receipts.push(await reportDanger());
    const held = receipts.at(-1);
    expect(receipts.map(({ waiting }) => waiting?.zh.includes('接警员') ?? false)).toEqual([false, false, false, true]);
    expect(held).toBeDefined();
    const { number, incidentId } = held ?? { number: '', incidentId: '' };

    const strip = page.locator('[data-act="show-held"]');
    await strip.filter({ hasText: '1 起报警待核对放行' }).waitFor();
    expect(await page.title()).toMatch(/^\(1\) /);
    await strip.click();
    const row = page.locator(`[data-number="${number}"]`);
    await row.waitFor();
    expect(await page.locator('[data-number]').count()).toBe(1);
    await row.locator('[data-flag="held"]').waitFor();
    await page.getByRole('button', { name: /^在办/ }).click();
    expect(await page.locator('[data-number]').first().getAttribute('data-number')).toBe(number);

    await new Desk(page).open(number);
    const banner = page.locator('[data-part="held"]');
    await banner.filter({ hasText: '尚未派警：该企业在办警情已多' }).waitFor();
    await page.getByRole('article').focus();
    await page.keyboard.press('r');
    const dialog = page.getByRole('dialog', { name: '放行' });
    await dialog.locator('textarea').fill('已回拨核实');
    const sent = await answered(page, `/incidents/${incidentId}/release`, () =>
      dialog.locator('[data-act="send"]').click(),
    );
    expect(sent.status()).toBe(200);
    await banner.waitFor({ state: 'hidden' });
    await strip.waitFor({ state: 'hidden' });
    await page.getByText('核对后放行：已回拨核实').waitFor();
    await page.locator('.state[data-state="DISPATCHED"]').waitFor();
  },
  LOOKING_MS,
);

it(
  'whoever reported reads in the portal that a call taker looks at it, and who judges work sees it without the key',
  async () => {
    const { incidentId, waiting } = await reportDanger();
    expect(waiting?.zh).toContain('接警员');
    const portal = await scene.open('enterprise', { device: 'phone' });
    await portal.goto(`${scene.stage.baseUrl}/portal/incidents/${incidentId}`);
    await portal.getByText('正待接警员核对').first().waitFor();
    const leader = await scene.open('leader');
    await leader.goto(`${scene.stage.baseUrl}/console/incidents/${incidentId}`);
    await leader.locator('[data-part="held"]').waitFor();
    await leader.getByRole('article').focus();
    await leader.keyboard.press('r');
    expect(await leader.getByRole('dialog').count()).toBe(0);
  },
  LOOKING_MS,
);
