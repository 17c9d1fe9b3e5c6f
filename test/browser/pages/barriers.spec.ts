import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openStage, type Stage } from '../../journeys/stage.js';
import { Album } from '../harness/album.js';
import { barriersOf } from '../harness/axe.js';
import { FRONT_DOOR, PAGES } from '../harness/pages.js';
import { fillWorld } from '../harness/world.js';

const STARTING_MS = 120_000;
const LOOKING_MS = 60_000;

/** Every page on its first device, in both themes. */
const SHOWN = PAGES.flatMap((seen) =>
  (['light', 'dark'] as const).map((theme) => ({ name: `${seen.name} (${theme})`, seen, theme })),
);

describe('pages without serious or critical barriers', () => {
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
      expect(await album.show(seen, { theme, language: 'zh-CN', device }, barriersOf)).toEqual([]);
    },
    LOOKING_MS,
  );

  it('one would be found', async () => {
    const looks = { theme: 'light', language: 'zh-CN', device: 'desk' } as const;
    const found = await album.show(FRONT_DOOR, looks, async (page) => {
      await page.evaluate(() => document.body.append(document.createElement('img'), document.createElement('select')));
      return barriersOf(page);
    });
    expect(found.map(({ rule }) => rule)).toEqual(expect.arrayContaining(['image-alt', 'select-name']));
  });
});
