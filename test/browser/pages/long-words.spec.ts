import { describe, expect, it } from '@jest/globals';
import { assigned, leadOf, told } from '../../journeys/stories.js';
import { cutOff } from '../harness/cut-off.js';
import { setScene } from '../harness/scene.js';

const STORY_MS = 90_000;
/** As they are pasted from a chat: 300 characters without a place to break. */
const LINK = `https://example.com/${'a1B2'.repeat(70)}`;
const NAME = 'X'.repeat(120);

describe('words without an end', () => {
  const scene = setScene();

  it(
    'stay within their place at the desk, on the phone of a unit and in the portal',
    async () => {
      const operator = await scene.stage.town.operator();
      const place = { address: `示范园区创新路1号${NAME}`, longitude: 119.972, latitude: 31.692 };
      const { incidentId } = await operator.takesReport(told('E101', `对方发来 ${LINK} 后仓库被盗。`, { place }));
      const file = await operator.waitsFor(incidentId, assigned);
      const lead = leadOf(file);
      const { assignmentId = '' } = file.assignments.find(({ unit }) => unit.id === lead) ?? {};
      await operator.advises(incidentId, ['cyber'], `不要打开 ${LINK}`);

      const seen = [
        ['operator', 'desk', `/console/incidents/${incidentId}`, LINK.slice(0, 40)],
        [lead, 'phone', `/unit/assignments/${assignmentId}`, NAME.slice(0, 20)],
        [lead, 'small phone', `/unit/assignments/${assignmentId}`, NAME.slice(0, 20)],
        ['enterprise', 'phone', `/portal/incidents/${incidentId}`, LINK.slice(0, 40)],
      ] as const;
      for (const [account, device, path, words] of seen) {
        const page = await scene.open(account, { device });
        await page.goto(`${scene.stage.baseUrl}${path}`);
        await page.getByText(words).first().waitFor();
        // A row of the queue is one line: what it cuts with an ellipsis, its title says whole.
        const cut = (await cutOff(page)).filter((text) => !text.startsWith('span.where:'));
        expect([account, device, cut]).toEqual([account, device, []]);
        await page.context().close();
      }
    },
    STORY_MS,
  );
});
