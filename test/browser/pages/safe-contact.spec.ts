import { describe, expect, it } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { assigned, leadOf, told } from '../../journeys/stories.js';
import { answered } from '../harness/answered.js';
import { Desk } from '../harness/desk.js';
import { unitByHand } from '../harness/unit-by-hand.js';
import { setScene } from '../harness/scene.js';

const LOOKING_MS = 60_000;
/** Those of the enterprise who may be named, by account; a contact of another one is not among them. */
const CHOICE = ['', 'colleague', 'enterprise'];

interface Named {
  readonly safeContact?: { readonly account: string };
  readonly proposedContact?: { readonly account: string };
}

describe('the choice of a safe contact', () => {
  const scene = setScene();

  const open = async (account: string, device: 'desk' | 'phone'): Promise<Page> => {
    const page = await scene.open(account, { device });
    return page;
  };
  const fileOf = async (incidentId: string): Promise<Named> =>
    (await scene.stage.signIn('operator')).get<Named>(`incident-files/${incidentId}`);
  const valuesOf = (select: Locator): Promise<string[]> =>
    select.locator('option').evaluateAll((options) => options.map((one) => (one as HTMLOptionElement).value));
  /** Whoever is in the list by name and account once it was read. */
  const isWhole = (select: Locator): Promise<void> =>
    select.locator('option[value="enterprise"]').waitFor({ state: 'attached' });

  it(
    'at the desk begins with whom the reporter proposed, and police confirm or choose another',
    async () => {
      const contact = await scene.stage.signIn('enterprise');
      const report = told('E102', '仓管员有嫌疑。', { safeContact: { account: 'Colleague' } });
      const { incidentId, number } = await contact.post<{ incidentId: string; number: string }>('reports', report);
      const page = await open('operator', 'desk');
      await new Desk(page).open(number);
      await page
        .locator('[data-part="safe-contact"]')
        .filter({ hasText: '报警人提出的安全联系人：colleague' })
        .waitFor();
      await page.locator('[data-act="restrict"]').click();
      const dialog = page.getByRole('dialog', { name: '限制知悉' });
      const select = dialog.getByLabel('企业方面只告知');
      await isWhole(select);
      expect([await valuesOf(select), await select.inputValue()]).toEqual([CHOICE, 'colleague']);
      await dialog.locator('textarea[name="reason"]').fill('疑有内部人员');
      await select.selectOption('enterprise');
      const sent = await answered(page, '/restrict', () => dialog.locator('[data-act="send"]').click());
      expect(sent.request().postDataJSON()).toEqual({ reason: '疑有内部人员', safeContact: { account: 'enterprise' } });
      await page.locator('[data-part="safe-contact"]').filter({ hasText: '已确认）：enterprise' }).waitFor();
      const file = await fileOf(incidentId);
      expect([file.safeContact?.account, file.proposedContact]).toEqual(['enterprise', undefined]);
      await page.context().close();
    },
    LOOKING_MS,
  );

  it(
    'on the phone is the same list, and tells nobody unless somebody is chosen',
    async () => {
      const operator = await scene.stage.town.operator();
      const { incidentId } = await operator.takesReport(told('E101', '仓库门锁被撬。'));
      const file = await operator.waitsFor(incidentId, assigned);
      const lead = leadOf(file);
      const { assignmentId = '' } = file.assignments.find(({ role }) => role === 'lead') ?? {};
      const page = await open(lead, 'phone');
      await page.goto(`${scene.stage.baseUrl}/unit/assignments/${assignmentId}`);
      await page.locator('[data-act="more"]').click();
      await page.getByRole('dialog').locator('[data-act="restrict"]').click();
      const select = page.getByRole('dialog', { name: '限制知悉' }).getByLabel('企业方面只告知');
      await isWhole(select);
      expect([await valuesOf(select), await select.inputValue()]).toEqual([CHOICE, '']);
      await page.keyboard.press('Escape');
      const officer = unitByHand(page, await scene.stage.town.unit(lead));
      await officer.restricts(incidentId, '疑有内部人员', 'colleague');
      await page.getByRole('note').filter({ hasText: '已确认）：colleague' }).waitFor();
      expect((await fileOf(incidentId)).safeContact?.account).toBe('colleague');
      await page.context().close();
    },
    LOOKING_MS,
  );

  it(
    'in a new report at the desk stands where the type asks for it, for the enterprise that was chosen',
    async () => {
      const page = await open('operator', 'desk');
      await page.keyboard.press('n');
      const form = page.getByRole('form', { name: '新警情' });
      const enterprise = form.getByRole('combobox', { name: /^企业（/ });
      await enterprise.fill('云杉');
      await form.getByRole('option').filter({ hasText: '云杉' }).first().waitFor();
      await enterprise.press('Enter');
      const type = form.getByRole('combobox', { name: /^类型/ });
      await type.fill('E101');
      await type.press('Enter');
      expect(await form.locator('[name="safeContact"]').count()).toBe(0);
      await type.fill('E102');
      await type.press('Enter');
      const select = form.getByLabel('企业方面只告知');
      await isWhole(select);
      expect(await valuesOf(select)).toEqual(CHOICE);
      await select.selectOption('colleague');
      await form.getByRole('textbox', { name: '报警内容' }).fill('怀疑仓管员与外人勾结。');
      const sent = await answered(page, '/reports', () => page.keyboard.press('Control+Enter'));
      expect(sent.request().postDataJSON()).toMatchObject({ type: 'E102', safeContact: { account: 'colleague' } });
      const incidentId = await new Desk(page).openedIncident();
      await page.locator('[data-part="safe-contact"]').filter({ hasText: '已确认）：colleague' }).waitFor();
      expect((await fileOf(incidentId)).safeContact?.account).toBe('colleague');
      await page.context().close();
    },
    LOOKING_MS,
  );
});
