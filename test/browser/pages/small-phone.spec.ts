import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openStage, type Stage } from '../../journeys/stage.js';
import { Album } from '../harness/album.js';
import { cutOff } from '../harness/cut-off.js';
import { FRONT_DOOR, PAGES, type PageSeen } from '../harness/pages.js';
import { restyle } from '../harness/restyle.js';
import { fillWorld } from '../harness/world.js';

const STARTING_MS = 120_000;
const LOOKING_MS = 60_000;

/** Every page that is made for a phone, in both languages and both sizes of text. */
const SHOWN = PAGES.filter(({ devices }) => devices.includes('phone')).flatMap((seen) =>
  (['zh-CN', 'en'] as const).flatMap((language) =>
    [false, true].map((large) => ({
      name: `${seen.name} (${language}${large ? ', large text' : ''})`,
      seen,
      looks: { theme: 'light', language, device: 'small phone', large } as const,
    })),
  ),
);

describe('on the smallest phone nothing overflows and no word is cut', () => {
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
    async ({ seen, looks }) => {
      expect(await album.show(seen, looks, cutOff)).toEqual([]);
    },
    LOOKING_MS,
  );

  const BIG = { theme: 'light', language: 'en', device: 'small phone', large: true } as const;
  const pageNamed = (name: string): PageSeen => {
    const found = PAGES.find((page) => page.name === name);
    if (!found) throw new Error(`no page is called ${name}`);
    return found;
  };

  it.each(['unit-assignment', 'portal-incident'])(
    '%s while there is no line',
    async (name) => {
      const cut = await album.show(pageNamed(name), BIG, async (page) => {
        await page.context().setOffline(true);
        await page.locator('.link.lost').first().waitFor();
        const found = await cutOff(page);
        await page.context().setOffline(false);
        await page.locator('.link.live').first().waitFor();
        return found;
      });
      expect(cut).toEqual([]);
    },
    LOOKING_MS,
  );

  it(
    'the clock that has run out',
    async () => {
      const cut = await album.show(pageNamed('unit-new-assignment'), BIG, async (page) => {
        await page.locator('[data-part="clock"].breached').waitFor({ timeout: LOOKING_MS });
        return cutOff(page);
      });
      expect(cut).toEqual([]);
    },
    2 * LOOKING_MS,
  );

  it('what is cut would be found', async () => {
    const looks = { theme: 'light', language: 'en', device: 'small phone' } as const;
    const found = await album.show(FRONT_DOOR, looks, async (page) => {
      await restyle(page, 'h1 { width: 20px; overflow: hidden; white-space: nowrap; }');
      return cutOff(page);
    });
    expect(found).toEqual([expect.stringMatching(/^h1/)]);
  });
});
