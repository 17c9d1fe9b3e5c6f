import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { openStage, type Stage } from '../../journeys/stage.js';
import { assigned, told } from '../../journeys/stories.js';
import { openBrowser, openWindow } from '../harness/browsers.js';
import { Desk } from '../harness/desk.js';
import { openLine, type Feed, type Line } from '../harness/line.js';
import { signIn } from '../harness/sign-in.js';

const STARTING_MS = 120_000;

describe('a feed that is cut', () => {
  let stage: Stage;
  let line: Line;
  let browser: Browser;
  beforeAll(async () => {
    stage = await openStage();
    line = await openLine(stage.baseUrl);
    browser = await openBrowser();
  }, STARTING_MS);
  afterAll(async () => {
    await browser.close();
    await line.close();
    await stage.close();
  }, STARTING_MS);

  it(
    'resumes without a gap: the desk says that it is stale, then shows everything that happened once',
    async () => {
      const operator = await stage.town.operator();
      const { incidentId, number } = await operator.takesReport(told('E101', '原料仓库侧门锁被撬，铜料少了一批。'));
      await operator.waitsFor(incidentId, assigned);
      const page = await openWindow(browser);
      await signIn(page, line.baseUrl, 'operator', stage.password);
      const desk = new Desk(page);
      await desk.open(number);
      await desk.agreesWith(() => operator.opensFile(incidentId));
      await desk.isLive();

      line.cut();
      await desk.isStale();
      const station = await stage.town.unit('PS02');
      await station.acknowledges(incidentId);
      await station.departs(incidentId);
      await station.arrives(incidentId);
      await station.reports(incidentId, { text: '侧门被撬，现场已封控。' });
      const another = await operator.takesReport(told('E201', '有人堵住大门，货车无法进出。'));
      await operator.waitsFor(another.incidentId, assigned);
      await operator.waitsFor(incidentId, ({ timeline }) => timeline.some(({ type }) => type.includes('feedback')));
      await desk.isStale();
      expect(await desk.rows(another.number)).toBe(0);

      line.mend();
      await desk.isLive();
      await desk.agreesWith(() => operator.opensFile(incidentId));
      await desk.hasRow(another.number);
      expect(await desk.rows(another.number)).toBe(1);
      expect(await desk.rows(number)).toBe(1);
      holdsEachOnce(line.feeds);
    },
    STARTING_MS,
  );
});

/** A reconnect asks to go on behind the last position that came; no event is missing and none comes twice. */
function holdsEachOnce([first, ...later]: readonly Feed[]): void {
  expect(later.length).toBeGreaterThanOrEqual(1);
  let position = first?.position;
  for (const feed of later) {
    expect(position).toMatch(/^\d+$/);
    expect(feed.resumedAfter).toBe(position);
    position = feed.position ?? position;
  }
  const events = [first, ...later].flatMap((feed) => feed?.events ?? []);
  expect(events.map(({ type }) => type)).not.toContain('resync');
  const begun = Number(/\d+/.exec(later[0]?.resumedAfter ?? '')) - (first?.events.length ?? 0);
  expect(events.map(({ id }) => id)).toEqual(events.map((_, at) => `${begun + at + 1}`));
  expect(events.length).toBeGreaterThanOrEqual(5);
}
