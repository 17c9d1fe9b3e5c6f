import { describe, expect, it } from '@jest/globals';
import { assigned, disciplines, told } from '../../journeys/stories.js';
import { answered } from '../harness/answered.js';
import { setScene } from '../harness/scene.js';

const STORY_MS = 60_000;

/** The words of the phone's form. */
const WORDS = {
  'zh-CN': { more: '现场比已知情况严重', weapon: '持械', injured: '受伤人数', crowd: '聚集人数', text: '现场有人持刀' },
  en: { more: 'The scene is worse than was known', weapon: 'Weapon', injured: 'People hurt', crowd: 'People gathered', text: 'A man with a knife' },
} as const; // prettier-ignore

describe('what a unit finds on the scene', () => {
  const scene = setScene();

  it.each(['zh-CN', 'en'] as const)(
    'is told from the phone and grades the incident anew, in %s',
    async (language) => {
      const words = WORDS[language];
      const operator = await scene.stage.town.operator();
      const { incidentId } = await operator.takesReport(told('E201', '几个人堵住大门。', { crowd: 3 }));
      const file = await operator.waitsFor(incidentId, assigned);
      const patrol = file.assignments.find(({ unit }) => unit.discipline === 'PAT');
      await (await scene.stage.town.unit(patrol?.unit.id ?? '')).acknowledges(incidentId);

      const page = await scene.open(patrol?.unit.id ?? '', { language, device: 'phone' });
      await page.goto(`${scene.stage.baseUrl}/unit/assignments/${patrol?.assignmentId ?? ''}`);
      await page.locator('[data-act="more"]').click();
      await page.getByRole('dialog').locator('[data-act="feedback"]').click();
      await page.locator('textarea[name="text"]').fill(words.text);
      await page.getByText(words.more).click();
      await page.getByLabel(words.weapon, { exact: true }).check();
      await page.getByLabel(words.injured).fill('2');
      await page.getByLabel(words.crowd).fill('12');
      const response = await answered(page, '/feedback', () => page.locator('[data-act="send-feedback"]').click());
      expect(response.request().postDataJSON()).toMatchObject({ flags: ['weapon'], injured: 2, crowd: 12 });

      const grave = await operator.waitsFor(incidentId, (now) => disciplines(now).includes('X120'));
      expect(grave).toMatchObject({ priority: 'P1', flags: ['weapon'], crowd: 12 });
      await page.context().close();
    },
    STORY_MS,
  );
});
