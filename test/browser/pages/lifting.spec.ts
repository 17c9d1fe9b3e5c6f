import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { assigned, leadOf, told } from '../../journeys/stories.js';
import { answered } from '../harness/answered.js';
import type { Looks } from '../harness/browsers.js';
import { setScene } from '../harness/scene.js';

const STORY_MS = 60_000;

/** The words of the pages. */
const WORDS = {
  'zh-CN': { act: '呈报解除限制', proposed: '呈请解除限制知悉', waits: '待审批领导审批', line: '解除限制知悉' },
  en: { act: 'Propose to lift the restriction', proposed: 'Lift the restriction', waits: 'Waits for approval', line: 'Restriction of disclosure lifted' },
} as const; // prettier-ignore

describe('a restriction that is lifted', () => {
  const scene = setScene();

  const pageOf = async (account: string, looks: Partial<Looks>): Promise<Page> => {
    const page = await scene.open(account, looks);
    return page;
  };

  it.each(['zh-CN', 'en'] as const)(
    'is proposed on the phone of who leads, approved at the desk, and seen in the file and by the enterprise, in %s',
    async (language) => {
      const words = WORDS[language];
      const operator = await scene.stage.town.operator();
      const { incidentId, number } = await operator.takesReport(told('E101', '仓库侧门被撬。'));
      const file = await operator.waitsFor(incidentId, assigned);
      const lead = leadOf(file);
      const { assignmentId = '' } = file.assignments.find(({ unit }) => unit.id === lead) ?? {};
      await (
        await scene.stage.signIn('operator')
      ).post(`incident-files/${incidentId}/restrict`, { reason: '疑有内部人员' });
      await operator.waitsFor(incidentId, ({ restricted }) => restricted);

      const phone = await pageOf(lead, { language, device: 'phone' });
      await phone.goto(`${scene.stage.baseUrl}/unit/assignments/${assignmentId}`);
      await phone.locator('[data-act="more"]').click();
      await phone.getByRole('dialog').getByRole('button', { name: words.act }).click();
      await phone.locator('[data-act="send-lift"]').click();
      await phone
        .getByRole('alert')
        .filter({ hasText: /请填写|Please fill in/ })
        .waitFor();
      await phone.locator('textarea[name="basis"]').fill('内部人员已到案');
      await answered(phone, '/proposals', () => phone.locator('[data-act="send-lift"]').click());
      const waits = phone.locator('[data-part="lifting"]');
      await waits.waitFor();
      expect(await waits.innerText()).toContain(words.waits);
      await phone.locator('[data-act="more"]').click();
      await phone.getByRole('dialog').waitFor();
      expect(await phone.getByRole('dialog').locator('[data-act="lift"]').count()).toBe(0);

      const enterprise = await scene.stage.town.enterprise();
      expect(await enterprise.sees(incidentId)).toBeUndefined();
      const desk = await pageOf('director', { language });
      await desk.goto(`${scene.stage.baseUrl}/console/waiting`);
      const card = desk.locator('[data-proposal]').filter({ hasText: words.proposed });
      await card.getByText('内部人员已到案').waitFor();
      await desk.getByRole('button', { name: number }).first().waitFor();
      await card.locator('[data-act="approve"]').click();
      await answered(desk, '/approve', () => desk.getByRole('dialog').locator('[data-act="send"]').click());
      await card.waitFor({ state: 'detached' });
      await desk.goto(`${scene.stage.baseUrl}/console/incidents/${incidentId}`);
      await desk.locator('[data-part="file-proposals"] [data-state="APPROVED"]').waitFor();
      await desk.getByRole('listitem').filter({ hasText: words.line }).first().waitFor();
      expect((await operator.opensFile(incidentId)).restricted).toBe(false);
      expect((await enterprise.sees(incidentId))?.number).toBe(number);
      await Promise.all([phone, desk].map((page) => page.context().close()));
    },
    STORY_MS,
  );
});
