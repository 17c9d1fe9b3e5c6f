import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { caught } from '../../../apps/standalone/src/demo/seen.js';
import { asItHappens } from '../../../apps/standalone/src/demo/story.js';
import { playWujinTheft } from '../../../apps/standalone/src/demo/wujin-theft.js';
import { openStage, type Stage } from '../../journeys/stage.js';
import { Desk } from '../harness/desk.js';
import { TownByHand } from '../harness/town-by-hand.js';

const STARTING_MS = 120_000;
/** Two cores may also carry a broker, a database, five services and three browsers. */
const STORY_MS = 240_000;

describe('the warehouse theft in three browsers', () => {
  let stage: Stage;
  let town: TownByHand;
  beforeAll(async () => {
    stage = await openStage();
    town = await TownByHand.open(stage);
  }, STARTING_MS);
  afterAll(async () => {
    await town.close();
    await stage.close();
  }, STARTING_MS);

  it(
    'operator, units and enterprise do their parts by hand, the desk shows each, and nobody else learns of it',
    async () => {
      const desk = new Desk(await town.desk());
      const operator = await stage.town.operator();
      let incidentId = '';
      const end = await playWujinTheft(town, asItHappens, async ({ name }) => {
        if (name === 'reported') incidentId = await desk.openedIncident();
        await desk.agreesWith(() => operator.opensFile(incidentId));
      });
      expect(end.file).toMatchObject({ state: 'CLOSED', restricted: true, leadBy: { account: 'PS02' } });
      expect(caught(end.file)).toHaveLength(2);
      expect(end.file.case?.ledger.figures).toMatchObject({
        reportedFen: 4_230_000,
        verifiedFen: 4_180_000,
        recoveredFen: 3_950_000,
        returnedFen: 3_950_000,
      });
      expect(end.notices).toBeGreaterThanOrEqual(5);
      const seen = await (await town.enterprise()).sees(end.incidentId);
      expect(seen?.number).toBe(end.file.number);
      expect(seen?.steps.filter(({ state }) => state === 'done')).toHaveLength(4);
      const rival = await town.contactOf('rival');
      expect(await rival.sees(end.incidentId)).toBeUndefined();
      expect(await rival.notices(end.incidentId)).toEqual([]);
    },
    STORY_MS,
  );
});
