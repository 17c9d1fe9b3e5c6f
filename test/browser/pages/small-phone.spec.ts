import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openStage, type Stage } from '../../journeys/stage.js';
import { Album } from '../harness/album.js';
import { cutOff } from '../harness/cut-off.js';
import { FRONT_DOOR, PAGES } from '../harness/pages.js';
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

  it('what is cut would be found', async () => {
    const looks = { theme: 'light', language: 'en', device: 'small phone' } as const;
    const found = await album.show(FRONT_DOOR, looks, async (page) => {
      await restyle(page, 'h1 { width: 20px; overflow: hidden; white-space: nowrap; }');
      return cutOff(page);
    });
    expect(found).toEqual([expect.stringMatching(/^h1/)]);
  });
});
