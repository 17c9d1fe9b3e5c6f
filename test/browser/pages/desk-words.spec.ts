import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { openStage, type Stage } from '../../journeys/stage.js';
import { assigned, told } from '../../journeys/stories.js';
import { answered } from '../harness/answered.js';
import { openBrowser, openContext, type Looks } from '../harness/browsers.js';
import { Desk } from '../harness/desk.js';
import { signIn } from '../harness/sign-in.js';

const STARTING_MS = 120_000;
const LOOKING_MS = 60_000;
/** More incidents than a screen has rows. */
const MANY = 34;

describe('what the desk says and offers', () => {
  let stage: Stage;
  let browser: Browser;
  let blockade: string;
  const theft: string[] = [];
  beforeAll(async () => {
    stage = await openStage();
    browser = await openBrowser();
    const operator = await stage.town.operator();
    const take = async (type: string): Promise<string> => {
      const { incidentId } = await operator.takesReport(told(type, '由场景填入的警情。'));
      await operator.waitsFor(incidentId, assigned);
      return incidentId;
    };
    blockade = await take('E201');
    for (let count = 0; count < MANY; count += 1) theft.push(await take('E101'));
  }, STARTING_MS);
  afterAll(async () => {
    await browser.close();
    await stage.close();
  }, STARTING_MS);

  async function open(account: string, looks: Partial<Looks> = {}): Promise<Page> {
    const page = await (await openContext(browser, looks)).newPage();
    await signIn(page, stage.baseUrl, account, stage.password);
    return page;
  }
  const goTo = async (page: Page, incidentId: string): Promise<void> => {
    await page.goto(`${stage.baseUrl}/console/incidents/${incidentId}`);
    await page.locator('[data-file]').waitFor();
    await page.locator('[data-assignment]').first().waitFor();
  };

  it(
    'calling off what is urgent is offered to the duty chief alone',
    async () => {
      const [operator, chief] = [await open('operator'), await open('chief')];
      await goTo(operator, blockade);
      expect(await operator.locator('[data-act="cancel"]').count()).toBe(0);
      await goTo(operator, theft[0] ?? '');
      expect(await operator.locator('[data-act="cancel"]').count()).toBe(1);
      await goTo(chief, blockade);
      expect(await chief.locator('[data-act="cancel"]').count()).toBe(1);
      await Promise.all([operator.context().close(), chief.context().close()]);
    },
    LOOKING_MS,
  );

  it(
    'a refusal names states and disciplines in words, and a refused release is calm',
    async () => {
      const page = await open('chief');
      await goTo(page, blockade);
      const unit = await stage.signIn('SEC01');
      const file = await (await stage.town.operator()).opensFile(blockade);
      const { assignmentId = '' } = file.assignments.find(({ unit }) => unit.id === 'SEC01') ?? {};
      await unit.post(`assignments/${assignmentId}/decline`, { reason: 'engaged', note: '已在另一现场' });
      const row = page.locator('[data-assignment="SEC01"]');
      await answered(page, '/reject-decline', () => row.locator('[data-act="reject-decline"]').click());
      await row.getByText('退单未获同意').waitFor();
      expect(await row.locator('[data-part="decline"]').getAttribute('class')).not.toContain('decline');
      const refused = await (
        await stage.signIn('chief')
      )
        .post(`assignments/${assignmentId}/approve-decline`)
        .then(String, String);
      expect(refused).toContain('409');
      expect(refused.replace('Error', '')).not.toMatch(/[A-Z]{3,}/);
      await page.context().close();
    },
    LOOKING_MS,
  );

  it(
    'the row of an address that somebody opened is in sight',
    async () => {
      const page = await open('operator');
      // Behind all others of its priority.
      await goTo(page, theft.at(-1) ?? '');
      const row = page.locator(`[data-incident="${theft.at(-1)}"]`);
      await row.waitFor();
      const [list, shown] = [await page.getByRole('listbox').boundingBox(), await row.boundingBox()];
      if (!list || !shown) throw new Error('the row is not drawn');
      expect(shown.y).toBeGreaterThanOrEqual(list.y - 1);
      expect(shown.y + shown.height).toBeLessThanOrEqual(list.y + list.height + 2);
      await page.context().close();
    },
    LOOKING_MS,
  );

  it(
    'times are the centre’s, wherever the workstation thinks it is',
    async () => {
      const context = await browser.newContext({ timezoneId: 'America/New_York', locale: 'zh-CN' });
      const page = await context.newPage();
      await signIn(page, stage.baseUrl, 'operator', stage.password);
      await new Desk(page).isLive();
      await goTo(page, blockade);
      const at = (await page.locator('time').first().getAttribute('datetime')) ?? '';
      const inShanghai = new Intl.DateTimeFormat('zh-CN', {
        timeZone: 'Asia/Shanghai', hourCycle: 'h23', hour: '2-digit', minute: '2-digit', second: '2-digit',
      }).format(new Date(at)); // prettier-ignore
      expect(await page.locator('time').first().innerText()).toBe(inShanghai);
      await context.close();
    },
    LOOKING_MS,
  );

  it(
    'a leader sees no fault and is offered no key that does nothing, and reads it on a phone',
    async () => {
      const page = await open('leader');
      await page.locator('[data-number]').first().waitFor();
      expect(await page.locator('.link').count()).toBe(0);
      expect(await page.getByText('按 N 新建').count()).toBe(0);
      await page.context().close();
      const phone = await open('leader', { device: 'phone' });
      await phone.locator('[data-number]').first().click();
      await phone.locator('[data-file]').waitFor();
      expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
      await phone.locator('[data-act="to-queue"]').click();
      await phone.locator('[data-number]').first().waitFor();
      await phone.context().close();
    },
    LOOKING_MS,
  );

  it(
    'a leader, who has no feed, sees what comes in without doing anything',
    async () => {
      const page = await open('leader');
      await page.locator('[data-number]').first().waitFor();
      const operator = await stage.town.operator();
      const { number } = await operator.takesReport(told('E101', '下班后发现库房少了两箱铜料。'));
      await page.locator(`[data-number="${number}"]`).waitFor();
      await page.context().close();
    },
    LOOKING_MS,
  );

  it(
    'English counts one unit as one',
    async () => {
      const page = await open('operator', { language: 'en' });
      await goTo(page, blockade);
      await page.locator('summary').first().waitFor();
      const counts = await page.locator('summary').allInnerTexts();
      expect(counts.filter((text) => /^1 units|^[^1]\d* unit /.test(text))).toEqual([]);
      expect(await page.locator('[data-file]').innerText()).not.toContain('系统');
      await page.context().close();
    },
    LOOKING_MS,
  );
});
