import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { IncidentCancelled, IncidentReleased, IncidentReportAttached, type HoldFact } from '#contracts';
import { newId } from '#platform';
import { eventOf } from '#testing';
import { incidentFiles } from '../../apps/cases/src/outbound/database/incident-file.tables.js';
import { CasesService } from './cases.fixture.js';
import { planned, reported } from './cases.samples.js';

const SECOND = 1000;
const ago = (seconds: number): string => new Date(Date.now() - seconds * SECOND).toISOString();
const hold = (seconds: number): HoldFact => ({ reason: 'enterprise_reports', since: ago(seconds) });
const urgent = { priority: 'P1' as const };

describe('a file of which something is held', () => {
  let service: CasesService;
  let operator: Record<string, string>;
  let contact: Record<string, string>;
  beforeAll(async () => {
    service = await CasesService.start();
    operator = await service.operator();
    contact = await service.contact('enterprise');
  });
  afterAll(() => service.stop());

  const held = async (seconds: number): Promise<string> => {
    const incidentId = newId();
    await service.feed(reported(incidentId, { ...urgent, receivedAt: ago(seconds), hold: hold(seconds) }));
    return incidentId;
  };
  const fileOf = async (incidentId: string) => (await service.get(operator, `incident-files/${incidentId}`)).body;
  const rungs = async (incidentId: string, count: number) =>
    (await service.hasPublished(incidentId, count)).map(({ type, payload }) => [
      type,
      payload['stage'],
      payload['escalatedTo'],
    ]);
  const rowOf = async (incidentId: string) => {
    const { body } = await service.get(operator, `incident-files?ids=${incidentId}`);
    return (body['items'] as Record<string, unknown>[])[0];
  };
  const stepOf = async (incidentId: string) => {
    const { body } = await service.get(contact, `incident-files/${incidentId}`);
    const steps = body['steps'] as { step: string; text: { zh: string } }[];
    return steps.find(({ step }) => step === 'dispatched')?.text.zh;
  };

  it('has a clock of its own, by which somebody must have decided, and says why', async () => {
    const incidentId = await held(5);
    const row = await rowOf(incidentId);
    const since = Date.parse((row?.['held'] as HoldFact).since);
    expect(row).toMatchObject({
      state: 'RECEIVED',
      held: { of: 'dispatch', reason: 'enterprise_reports', dueAt: new Date(since + 60 * SECOND).toISOString() },
      nextClock: { clock: 'release', dueAt: new Date(since + 60 * SECOND).toISOString() },
    });
    expect(await stepOf(incidentId)).toContain('接警员核对');
    const { timeline } = (await fileOf(incidentId)) as { timeline: { text: { zh: string } }[] };
    expect(timeline[0]?.text.zh).toContain('待接警员核对');
  });

  it('is told to the duty chief at the limit and to an approver at twice that, once each, and stays held', async () => {
    const incidentId = await held(125);
    expect(await rungs(incidentId, 2)).toEqual([
      ['incident.hold-overdue.v1', 100, 'duty_chief'],
      ['incident.hold-overdue.v1', 200, 'approver'],
    ]);
    const before = (await fileOf(incidentId)) as { versions: { file: number } };
    expect(before).toMatchObject({ state: 'RECEIVED', held: { stage: 200 } });
    // Whoever decides at that moment decides on what he saw.
    expect(before.versions.file).toBe(((await fileOf(await held(1))) as { versions: { file: number } }).versions.file);
  });

  it('rings no more once it is released, or called off', async () => {
    for (const end of [
      (incidentId: string) => eventOf(IncidentReleased, { incidentId }),
      (incidentId: string) => eventOf(IncidentCancelled, { incidentId }),
    ]) {
      const incidentId = await held(50);
      await service.feed(end(incidentId));
      const file = await fileOf(incidentId);
      expect(file['held']).toBeUndefined();
      const row = await service.database.one(incidentFiles, 'WHERE `id` = ?', [incidentId]);
      expect([row?.progress.held, row?.ringsAt]).toEqual([undefined, undefined]);
    }
    expect(await stepOf(await held(1))).not.toContain('正在安排');
  });

  it('goes on with its units while later reports wait, and shows the clock that runs out first', async () => {
    const incidentId = newId();
    await service.feed(
      reported(incidentId, urgent),
      planned(incidentId, ['PS01']),
      eventOf(IncidentReportAttached, { incidentId, reportId: newId(), receivedAt: ago(0), hold: hold(0) }),
    );
    expect(await rowOf(incidentId)).toMatchObject({ state: 'DISPATCHED', held: { of: 'facts' } });
    await service.feed(eventOf(IncidentReleased, { incidentId }));
    expect((await rowOf(incidentId))?.['held']).toBeUndefined();
  });
});
