import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { openStage, type Stage } from '../../journeys/stage.js';
import { assigned, told } from '../../journeys/stories.js';
import { barriersOf, type Barrier } from '../harness/axe.js';
import { openBrowser, openWindow, type Device } from '../harness/browsers.js';
import { signIn } from '../harness/sign-in.js';

const STARTING_MS = 120_000;
const LOOKING_MS = 120_000;

/** What the dialogs are about. */
interface Matter {
  readonly incidentId: string;
  /** Assignments by unit. */
  readonly assignments: Readonly<Record<string, string>>;
}

describe('every dialog, without moderate barriers', () => {
  let stage: Stage;
  let browser: Browser;
  let matter: Matter;
  /** A proposal waits for each who judges them. */
  beforeAll(async () => {
    stage = await openStage();
    browser = await openBrowser();
    const operator = await stage.town.operator();
    const { incidentId } = await operator.takesReport(told('E101', '仓库侧门被撬。'));
    const file = await operator.waitsFor(incidentId, assigned);
    const assignments = Object.fromEntries(file.assignments.map(({ unit, assignmentId }) => [unit.id, assignmentId]));
    matter = { incidentId, assignments };
    const lead = await stage.town.unit('PS02');
    await lead.acknowledges(incidentId);
    await lead.startsWork(incidentId);
    const caseId = await lead.opensCase(incidentId);
    const entry = { amountFen: 100, holding: '铜料' };
    await lead.posts(caseId, { kind: 'LOSS_VERIFIED', amountFen: 100, method: '发票' });
    await lead.posts(caseId, { kind: 'RECOVERED', ...entry });
    const director = await stage.town.director();
    await director.approves(await lead.proposes(caseId, { act: 'return', basis: '权属清楚', entry }));
    await lead.movesCase(caseId, 'review', '材料齐全');
    const session = await stage.signIn('PS02');
    await session.post(`cases/${caseId}/proposals`, { act: 'file', basis: '有争议', disputed: true });
    await session.post(`incident-files/${incidentId}/restrict`, { reason: '疑有内部人员' });
    await session.post(`incident-files/${incidentId}/proposals`, { act: 'lift_restriction', basis: '已核实' });
  }, STARTING_MS);
  afterAll(async () => {
    await browser.close();
    await stage.close();
  }, STARTING_MS);

  const open = async (account: string, device: Device, path: string): Promise<Page> => {
    const page = await openWindow(browser, { device });
    await signIn(page, stage.baseUrl, account, stage.password);
    await page.goto(stage.baseUrl + path);
    return page;
  };
  /** One dialog is there, and the one before it has gone. */
  const only = async (page: Page): Promise<void> => {
    await page.getByRole('dialog').first().waitFor();
    await page.waitForFunction(() => {
      const all = [...document.querySelectorAll('[role="dialog"]')];
      return all.filter((one) => one.getClientRects().length > 0).length === 1;
    });
  };
  /** Opens a dialog, looks at the page with it, and leaves it. */
  const look = async (page: Page, name: string, opening: () => Promise<void>): Promise<[string, Barrier[]]> => {
    await opening();
    await only(page);
    const barriers = await barriersOf(page, 'moderate');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    return [name, barriers];
  };
  const clean = (seen: readonly [string, Barrier[]][]): void =>
    expect(seen.filter(([, barriers]) => barriers.length > 0)).toEqual([]);

  it.each([
    ['operator', ['reinforce', 'regrade', 'advise', 'feedback', 'complete']],
    ['chief', ['reinforce', 'regrade', 'advise']],
  ] as const)(
    'at the desk of %s',
    async (account, acts) => {
      const page = await open(account, 'desk', `/console/incidents/${matter.incidentId}`);
      const seen: [string, Barrier[]][] = [];
      for (const act of acts)
        seen.push(await look(page, act, () => page.locator(`[data-act="${act}"]`).first().click()));
      seen.push(await look(page, 'keys', () => page.keyboard.press('?')));
      clean(seen);
      await page.context().close();
    },
    LOOKING_MS,
  );

  it.each([
    ['legal', ['agree', 'sendBack']],
    ['director', ['approve', 'reject']],
    ['custodian', ['handOver']],
  ] as const)(
    'of the proposals that wait for %s',
    async (account, acts) => {
      const page = await open(account, 'desk', '/console/waiting');
      const seen: [string, Barrier[]][] = [];
      for (const act of acts)
        seen.push(await look(page, act, () => page.locator(`[data-act="${act}"]`).first().click()));
      clean(seen);
      await page.context().close();
    },
    LOOKING_MS,
  );

  it(
    'for what is called off or restricted',
    async () => {
      const operator = await stage.town.operator();
      const { incidentId } = await operator.takesReport(told('E201', '几个人堵住大门。', { crowd: 3 }));
      await operator.waitsFor(incidentId, assigned);
      const page = await open('chief', 'desk', `/console/incidents/${incidentId}`);
      const seen: [string, Barrier[]][] = [];
      for (const act of ['cancel', 'restrict'])
        seen.push(await look(page, act, () => page.locator(`[data-act="${act}"]`).first().click()));
      clean(seen);
      await page.context().close();
    },
    LOOKING_MS,
  );

  /** Every dialog of the phone with an assignment, by what can be done there. */
  const walkPhone = async (account: string, assignmentId: string, least: readonly string[]): Promise<void> => {
    const page = await open(account, 'phone', `/unit/assignments/${assignmentId}`);
    const more = () => page.locator('[data-act="more"]').click();
    const seen: [string, Barrier[]][] = [await look(page, 'more', more)];
    await more();
    const acts = await page
      .getByRole('dialog')
      .locator('li [data-act]')
      .evaluateAll((all) => all.map((one) => one.getAttribute('data-act') ?? ''));
    await page.keyboard.press('Escape');
    expect(acts).toEqual(expect.arrayContaining([...least]));
    for (const act of acts.filter((one) => !['depart', 'arrive', 'start-work'].includes(one))) {
      const opening = async (): Promise<void> => {
        await page.getByRole('dialog').waitFor({ state: 'hidden' });
        await more();
        await page.getByRole('dialog').locator(`[data-act="${act}"]`).click();
        await page.getByRole('dialog').locator('form').waitFor();
      };
      seen.push(await look(page, act, opening));
    }
    clean(seen);
    await page.context().close();
  };

  it(
    'on the phone, of a case',
    () => walkPhone('PS02', matter.assignments['PS02'] ?? '', ['case', 'ledger']),
    LOOKING_MS,
  );

  it(
    'on the phone, of what is restricted and no case yet',
    async () => {
      const operator = await stage.town.operator();
      const { incidentId } = await operator.takesReport(told('E101', '仓库侧门又被撬。'));
      const { assignments } = await operator.waitsFor(incidentId, assigned);
      const { unit, assignmentId } = assignments.find(({ role }) => role === 'lead') ?? {};
      await (await stage.town.unit(unit?.id ?? '')).acknowledges(incidentId);
      await (await stage.signIn('operator')).post(`incident-files/${incidentId}/restrict`, { reason: '疑有内部人员' });
      await operator.waitsFor(incidentId, ({ restricted }) => restricted);
      await walkPhone(unit?.id ?? '', assignmentId ?? '', ['decline', 'open-case', 'lift']);
    },
    LOOKING_MS,
  );

  it(
    'that asks on the phone to sign in again',
    async () => {
      const page = await open('PS02', 'phone', `/unit/assignments/${matter.assignments['PS02'] ?? ''}`);
      await page.locator('[data-act="more"]').waitFor();
      await page.context().clearCookies();
      await page.locator('[data-part="primary"]').click();
      await page.locator('textarea[name="text"]').fill('现场已封控');
      await page.locator('[data-act="send-feedback"]').click();
      await page.locator('input[type="password"]').waitFor();
      await only(page);
      expect(await barriersOf(page, 'moderate')).toEqual([]);
      await page.context().close();
    },
    LOOKING_MS,
  );

  it(
    'that asks in the portal to sign in again',
    async () => {
      const page = await open('enterprise', 'phone', '/portal/');
      await page.getByRole('main').waitFor();
      await page.context().clearCookies();
      await page.getByRole('link', { name: '通知' }).click();
      await page.locator('input[type="password"]').waitFor();
      await only(page);
      expect(await barriersOf(page, 'moderate')).toEqual([]);
      await page.context().close();
    },
    LOOKING_MS,
  );
});
