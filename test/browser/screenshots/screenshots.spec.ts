import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { openStage, type Stage } from '../../journeys/stage.js';
import { Album } from '../harness/album.js';
import { PAGES } from '../harness/pages.js';
import { fillWorld } from '../harness/world.js';

const STARTING_MS = 120_000;
const folder = process.env['QIJING_SHOTS'] ?? '';

/** `unit-standby.phone.dark.en.png` */
const SHOTS = PAGES.flatMap((seen) =>
  seen.devices.flatMap((device) =>
    (['light', 'dark'] as const).flatMap((theme) =>
      (['zh-CN', 'en'] as const).map((language) => ({
        file: `${seen.name}.${device}.${theme}.${language === 'en' ? 'en' : 'zh'}.png`,
        seen,
        looks: { device, theme, language },
      })),
    ),
  ),
);

describe('screenshots', () => {
  let stage: Stage;
  let album: Album;
  beforeAll(async () => {
    stage = await openStage();
    album = await Album.open(stage, await fillWorld(stage));
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
  }, STARTING_MS);
  afterAll(async () => {
    await album.close();
    await stage.close();
  }, STARTING_MS);

  it.each(SHOTS)('$file', async ({ file, seen, looks }) => {
    await album.show(seen, looks, (page) =>
      page.screenshot({ path: join(folder, file), animations: 'disabled', caret: 'hide' }),
    );
    expect(readdirSync(folder)).toContain(file);
  });
});
