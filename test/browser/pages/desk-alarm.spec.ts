import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import type { Operator } from '../../../apps/standalone/src/demo/town.js';
import { openStage, type Stage } from '../../journeys/stage.js';
import { told } from '../../journeys/stories.js';
import { openBrowser, openWindow } from '../harness/browsers.js';
import { Desk } from '../harness/desk.js';
import { signIn } from '../harness/sign-in.js';

const STARTING_MS = 120_000;
const LOOKING_MS = 60_000;

let stage: Stage;
let browser: Browser;
let page: Page;
let operator: Operator;
beforeAll(async () => {
  stage = await openStage();
  operator = await stage.town.operator();
  browser = await openBrowser();
  page = await openWindow(browser);
  // Counts the tones in place of playing them.
  await page.addInitScript(() => {
    const tones: number[] = [];
    class Silent {
      currentTime = 0;
      destination = {};
      resume = () => Promise.resolve();
      createOscillator = () => ({
        frequency: {},
        connect: () => undefined,
        start: (at: number) => tones.push(at),
        stop: () => undefined,
      });
    }
    Object.assign(globalThis, { tones, AudioContext: Silent });
  });
  await signIn(page, stage.baseUrl, 'operator', stage.password);
}, STARTING_MS);
afterAll(async () => {
  await browser.close();
  await stage.close();
}, STARTING_MS);

const tones = () => page.evaluate(() => (globalThis as unknown as { tones: number[] }).tones.length);

it(
  'an incident that nobody can lead rings at once, stands in the title, the strip, the row and the file, until somebody leads',
  async () => {
    const strip = page.locator('[data-act="show-leaderless"]');
    expect([await tones(), await strip.count()]).toEqual([0, 0]);
    for (const code of ['TRF01', 'TRF02']) await operator.setsDuty(code, 'off_duty');
    const { number } = await operator.takesReport(told('F01', '大件运输需护送出园区。'));
    await strip.filter({ hasText: '1 起警情没有主办单位' }).waitFor();
    await page.waitForFunction(() => (globalThis as unknown as { tones: number[] }).tones.length > 0);
    expect(await page.title()).toMatch(/^\(1\) /);
    await strip.click();
    const onFile = page.locator('[data-part="lead-missing"]');
    await onFile.filter({ hasText: '没有主办单位' }).waitFor();
    await new Desk(page).hasRow(number);
    await operator.setsDuty('TRF01', 'on_duty');
    await strip.waitFor({ state: 'hidden' });
    await onFile.waitFor({ state: 'hidden' });
    expect(await page.title()).not.toMatch(/^\(/);
  },
  LOOKING_MS,
);
