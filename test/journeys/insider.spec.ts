import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '#testing';
import type { Receipt } from '../../apps/standalone/src/demo/seen.js';
import type { Operator } from '../../apps/standalone/src/demo/town.js';
import { openStage, type Stage } from './stage.js';
import { assigned, told } from './stories.js';

/** Starting five processes and a gateway on two cores, ms. */
const STARTING_MS = 120_000;

describe('a theft that the thief reports', () => {
  let stage: Stage;
  let operator: Operator;
  beforeAll(async () => {
    stage = await openStage();
    operator = await stage.town.operator();
  }, STARTING_MS);
  afterAll(() => stage.close(), STARTING_MS);

  it('is his to follow until a unit suspects somebody inside; then it is nobody’s, until police name a safe contact', async () => {
    const filer = await stage.town.contactOf('colleague');
    const other = await stage.town.contactOf('enterprise');
    const { enterpriseId: _ofTheSession, ...report } = told('E101', '早上发现仓库少了一批铜料。', {
      safeContact: { account: 'colleague' },
    });
    const { incidentId } = await (await stage.signIn('colleague')).post<Receipt>('reports', report);
    const file = await operator.waitsFor(incidentId, assigned);
    expect(await filer.sees(incidentId)).toBeDefined();
    expect((await filer.waitsForNotice(incidentId, 'dispatched')).length).toBeGreaterThan(0);

    const lead = await stage.town.unit(file.assignments.find(({ role }) => role === 'lead')?.unit.id ?? '');
    await lead.acknowledges(incidentId);
    await lead.reports(incidentId, { text: '门锁完好，疑内部人员所为。', insiderSuspected: true });
    await operator.waitsFor(incidentId, ({ restricted }) => restricted);
    for (const contact of [filer, other]) {
      expect(await contact.sees(incidentId)).toBeUndefined();
      // Notices are another service's, which hears of it a moment later.
      await eventually(async () => expect(await contact.notices(incidentId)).toEqual([]));
    }

    await lead.restricts(incidentId, '疑有内部人员参与', 'enterprise');
    expect((await other.waitsForNotice(incidentId, 'contact_only')).length).toBeGreaterThan(0);
    expect(await other.sees(incidentId)).toBeDefined();
    expect(await filer.sees(incidentId)).toBeUndefined();
    expect(await filer.notices(incidentId)).toEqual([]);
  });
});
