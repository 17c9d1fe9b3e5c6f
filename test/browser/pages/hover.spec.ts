import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import axe from 'axe-core';
import type { Locator, Page } from 'playwright-core';
import { openStage, type Stage } from '../../journeys/stage.js';
import { Album } from '../harness/album.js';
import { PAGES } from '../harness/pages.js';
import { restyle } from '../harness/restyle.js';
import { fillWorld } from '../harness/world.js';

const STARTING_MS = 120_000;
const LOOKING_MS = 60_000;

const SHOWN = PAGES.flatMap((seen) =>
  (['light', 'dark'] as const).map((theme) => ({ name: `${seen.name} (${theme})`, seen, theme })),
);

/** Each by itself: the pointer leaves before the focus is looked at. */
const TOUCHES = {
  hover: (_page: Page, control: Locator): Promise<void> => control.hover({ force: true }),
  focus: async (page: Page, control: Locator): Promise<void> => {
    await page.mouse.move(0, 0);
    await control.focus();
  },
};

/** What cannot be read of the controls of a page while the pointer or the focus is on them; one of each kind. */
async function unreadable(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const kinds = new Set<string>();
  const found: string[] = [];
  for (const control of await page.locator('button:visible:enabled, a[href]:visible').all()) {
    const kind = await control.evaluate(({ tagName, className, parentElement }) =>
      [tagName, className, parentElement?.className].join(' '),
    );
    if (kinds.has(kind)) continue;
    kinds.add(kind);
    for (const touch of ['hover', 'focus'] as const) {
      await TOUCHES[touch](page, control);
      found.push(...(await control.evaluate(contrastFaults)).map((fault) => `${touch} ${fault}`));
    }
  }
  return found;
}

async function contrastFaults(control: Element): Promise<string[]> {
  const { axe: checker } = globalThis as unknown as { axe: typeof axe };
  const { violations } = await checker.run(control, { runOnly: ['color-contrast'] });
  return violations.flatMap(({ nodes }) => nodes.map(({ html, failureSummary }) => `${html} ${failureSummary ?? ''}`));
}

describe('controls stay readable under the pointer and with the focus', () => {
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
      expect(await album.show(seen, { theme, language: 'zh-CN', device }, unreadable)).toEqual([]);
    },
    LOOKING_MS,
  );

  it('one that is not would be found', async () => {
    const seen = PAGES.find(({ name }) => name === 'console-queue');
    if (!seen) throw new Error('there is no queue');
    const found = await album.show(seen, { theme: 'light', language: 'zh-CN', device: 'desk' }, async (page) => {
      await restyle(page, '.btn:hover { background: #eef1f4 !important; }');
      return unreadable(page);
    });
    expect(found).toEqual([expect.stringContaining('hover')]);
  });
});
