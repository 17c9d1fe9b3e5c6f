import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { FileSeen } from '../../../apps/standalone/src/demo/seen.js';
import { assigned, leadOf, told } from '../../journeys/stories.js';
import { answered } from '../harness/answered.js';
import type { Looks } from '../harness/browsers.js';
import { setScene } from '../harness/scene.js';

const LOOKING_MS = 90_000;
const DAY = 24 * 3_600_000;
const ago = (days: number): string => new Date(Date.now() - days * DAY).toISOString();

describe('a case and its limits on the pages', () => {
  const scene = setScene();

  async function open(account: string, path: string, looks: Partial<Looks> = {}): Promise<Page> {
    const page = await scene.open(account, looks);
    await page.goto(`${scene.stage.baseUrl}${path}`);
    return page;
  }

  /** An incident of some days ago, with the case that its lead opened then. */
  async function opened(days: number): Promise<{ incidentId: string; caseId: string; lead: string }> {
    const operator = await scene.stage.town.operator();
    const report = told('E101', '仓库铜材被盗。', { receivedAt: ago(days + 0.1), estimatedLossFen: 4_230_000 });
    const { incidentId } = await operator.takesReport(report);
    const lead = leadOf(await operator.waitsFor(incidentId, assigned));
    const caseId = await (await scene.stage.town.unit(lead)).opensCase(incidentId, ago(days));
    return { incidentId, caseId, lead };
  }
  const waitsFor = async (incidentId: string, like: (file: FileSeen) => boolean) =>
    (await scene.stage.town.operator()).waitsFor(incidentId, like);
  const sheet = (page: Page) => page.getByRole('dialog');

  it(
    'an overdue limit is on the phone and at the desk, is extended there, and is over no more',
    async () => {
      const { incidentId, lead } = await opened(5);
      const director = await open('director', '/console/waiting');
      await director.locator('[data-part="ringing"] [data-clock="filing"].breached').waitFor();
      const phone = await open(lead, '/unit/', { device: 'phone' });
      await phone.locator('[data-part="ringing"]').waitFor();
      await phone.locator(`[data-part="ringing"] a[href$="${incidentId}"]`).click();
      await phone.locator('[data-part="law-clock"].breached').waitFor();

      await phone.locator('[data-part="case-bar"] [data-act="case"]').click();
      await sheet(phone).getByText('开始审查').click();
      await sheet(phone).locator('textarea[name="basis"]').fill('受理后核查');
      await answered(phone, '/review', () => sheet(phone).locator('[data-act="send-case"]').click());
      await phone.locator('[data-part="case-bar"] [data-act="case"]').click();
      await sheet(phone).getByText('呈请延长期限').click();
      await sheet(phone).locator('textarea[name="basis"]').fill('案情复杂，需调取监控');
      await answered(phone, '/proposals', () => sheet(phone).locator('[data-act="send-case"]').click());

      // Nobody looks again by himself: the feed says that something waits.
      const card = director.locator('[data-proposal]').filter({ hasText: '呈请延长期限' });
      await card.locator('[data-act="approve"]').click();
      await answered(director, '/approve', () => sheet(director).locator('[data-act="send"]').click());
      await phone.locator('[data-part="law-clock"].breached').waitFor({ state: 'detached' });
      await director.locator('[data-part="ringing"] .breached').waitFor({ state: 'detached' });
      await Promise.all([phone.context().close(), director.context().close()]);
    },
    LOOKING_MS,
  );

  it(
    'the phone posts what was paid and takes back what another entered',
    async () => {
      const { incidentId, lead } = await opened(1);
      const phone = await open(lead, `/unit/files/${incidentId}`, { device: 'phone' });
      const begin = async (kind: string) => {
        await phone.locator('[data-part="case-bar"] [data-act="ledger"]').click();
        await sheet(phone).locator('select[name="kind"]').selectOption(kind);
      };
      const send = () =>
        answered(phone, '/ledger-entries', () => sheet(phone).locator('[data-act="send-ledger"]').click());
      await begin('COMPENSATED');
      await sheet(phone).locator('input[name="yuan"]').fill('1000');
      await sheet(phone).locator('input[name="method"]').fill('嫌疑人家属，银行回单');
      await sheet(phone).locator('input[name="note"]').fill('部分退赔');
      expect((await send()).status()).toBe(201);
      await begin('LOSS_VERIFIED');
      await sheet(phone).locator('input[name="yuan"]').fill('42000');
      await sheet(phone).locator('input[name="method"]').fill('发票');
      await send();
      await begin('REVERSAL');
      await sheet(phone).locator('select[name="reverses"]').selectOption({ index: 1 });
      await sheet(phone).locator('input[name="note"]').fill('报损重复');
      expect((await send()).request().postDataJSON()).toMatchObject({ kind: 'REVERSAL', amountFen: 4_230_000 });
      await phone.context().close();
    },
    LOOKING_MS,
  );

  it(
    'legal review proposes at the desk what a reconsideration comes to, and who refused to file is not asked',
    async () => {
      const { incidentId, caseId, lead } = await opened(1);
      const unit = await scene.stage.signIn(lead);
      await unit.post(`cases/${caseId}/review`, {});
      const refused = await unit.post<{ proposalId: string }>(`cases/${caseId}/proposals`, {
        act: 'not_file',
        basis: '情节显著轻微',
      });
      await (await scene.stage.signIn('director')).post(`proposals/${refused.proposalId}/approve`, {});
      await unit.post(`cases/${caseId}/ask-reconsideration`, { basis: '企业不服', servedAt: ago(0.01) });
      await waitsFor(incidentId, ({ case: filed }) => filed?.state === 'RECONSIDERING');

      const legal = await open('legal', `/console/incidents/${incidentId}`);
      await legal.locator('[data-clock="reconsideration"]').waitFor();
      await legal.locator('[data-act="propose-uphold"]').click();
      await sheet(legal).locator('textarea[name="basis"]').fill('原决定事实清楚');
      await answered(legal, '/proposals', () => sheet(legal).locator('[data-act="send"]').click());

      const director = await open('director', '/console/waiting');
      const card = (page: Page) => page.locator('[data-proposal]').filter({ hasText: '呈请维持不予立案' });
      await card(director).locator('[data-part="decided-before"]').waitFor();
      expect(await card(director).locator('[data-act="approve"]').count()).toBe(0);
      const deputy = await open('deputy', '/console/waiting');
      await card(deputy).locator('[data-act="approve"]').click();
      await answered(deputy, '/approve', () => sheet(deputy).locator('[data-act="send"]').click());
      await waitsFor(incidentId, ({ case: filed }) => filed?.state === 'NOT_FILED');
      await card(director).waitFor({ state: 'detached' });
      await Promise.all([legal, director, deputy].map((page) => page.context().close()));
    },
    LOOKING_MS,
  );
});
