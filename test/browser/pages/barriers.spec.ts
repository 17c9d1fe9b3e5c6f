import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { openStage, type Stage } from '../../journeys/stage.js';
import { Album } from '../harness/album.js';
import { barriersOf } from '../harness/axe.js';
import { FRONT_DOOR, PAGES, type PageSeen } from '../harness/pages.js';
import { fillWorld } from '../harness/world.js';

const STARTING_MS = 120_000;
const LOOKING_MS = 60_000;

/** Every page on its first device, in both themes. */
const SHOWN = PAGES.flatMap((seen) =>
  (['light', 'dark'] as const).map((theme) => ({ name: `${seen.name} (${theme})`, seen, theme })),
);
const pageNamed = (name: string): PageSeen => {
  const found = PAGES.find((page) => page.name === name);
  if (found === undefined) throw new Error(`no page is called ${name}`);
  return found;
};

describe('pages and dialogs without serious or critical barriers', () => {
  let stage: Stage;
  let album: Album;
  beforeAll(async () => {
    stage = await openStage();
    album = await Album.open(stage, await fillWorld(stage));
  }, STARTING_MS);
  afterAll(async () => {
    await album.close();
    await stage.close();
  }, STARTING_MS);

  it.each(SHOWN)(
    '$name',
    async ({ seen, theme }) => {
      const [device = 'desk'] = seen.devices;
      expect(await album.show(seen, { theme, language: 'zh-CN', device }, (page) => barriersOf(page))).toEqual([]);
    },
    LOOKING_MS,
  );

  it('a sheet on the phone takes the focus, closes by Escape and gives the focus back', async () => {
    const looks = { theme: 'light', language: 'zh-CN', device: 'phone' } as const;
    const actOf = (page: Page): Promise<string | undefined> =>
      page.evaluate(() => (document.activeElement as HTMLElement).dataset['act']);
    await album.show(pageNamed('unit-assignment'), looks, async (page) => {
      await page.locator('[data-act="more"]').focus();
      await page.keyboard.press('Enter');
      await page.locator('[role="dialog"]:focus').waitFor();
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'hidden' });
      expect(await actOf(page)).toBe('more');
    });
    await album.show(pageNamed('unit-feedback'), looks, async (page) => {
      await page.locator('textarea[name="text"]').focus();
      await page.keyboard.press('Escape');
      await page.locator('textarea[name="text"]').waitFor({ state: 'hidden' });
      expect(await actOf(page)).toBe('more');
    });
  });

  it('one would be found', async () => {
    const looks = { theme: 'light', language: 'zh-CN', device: 'desk' } as const;
    const found = await album.show(FRONT_DOOR, looks, async (page) => {
      await page.evaluate(() => document.body.append(document.createElement('img'), document.createElement('select')));
      return barriersOf(page);
    });
    expect(found.map(({ rule }) => rule)).toEqual(expect.arrayContaining(['image-alt', 'select-name']));
  });
});
