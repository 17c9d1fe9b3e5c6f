import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AssignmentFeedbackGiven, decodeEvent, IncidentFactsAdded } from '#contracts';
import { outboxTable } from '#messaging';
import { eventOf } from '#testing';
import { incidentTable } from '../../src/outbound/database/incident.table.js';
import { TakeFeedback } from '../../src/use-cases/take-feedback.js';
import { CHIEF, CONTACT, OPERATOR, theft } from '../intake-samples.js';
import { IntakeService } from './intake-service.js';

type Body = Record<string, unknown>;

/** A blocked gate, calm as yet. */
const blockade = (over: Parameters<typeof theft>[0] = {}) =>
  theft({
    type: 'E201',
    enterpriseName: '示范厂',
    narrative: '几个人堵住大门',
    details: {},
    estimatedLossFen: 0,
    ...over,
  });

describe('facts that are told later', () => {
  let service: IntakeService;
  beforeAll(async () => {
    service = await IntakeService.start();
  });
  afterAll(() => service.stop());

  const report = async (body: object): Promise<string> => {
    const answer = await service.send('POST', '/reports', OPERATOR, body);
    expect(answer.status).toBe(201);
    return answer.body['incidentId'] as string;
  };
  const read = async (id: string): Promise<Body> => (await service.send('GET', `/incidents/${id}`, OPERATOR)).body;
  const events = async (id: string): Promise<{ type: string; body: Body }[]> => {
    const rows = await service.database.rows(outboxTable, 'WHERE `aggregate_id` = ? ORDER BY `seq`', [id]);
    return rows.map(({ type, payload }) => ({ type, body: JSON.parse(payload) as Body }));
  };
  const rulesOf = (body: Body | undefined): string[] =>
    ((body?.['firedRules'] ?? []) as { rule: string }[]).map(({ rule }) => rule);
  const feedback = async (incidentId: string, found: Partial<AssignmentFeedbackGiven>): Promise<void> => {
    const take = service.app.get(TakeFeedback, { strict: false });
    const quiet = { flags: undefined, crowd: undefined, injured: undefined, insiderSuspected: false };
    const event = eventOf(AssignmentFeedbackGiven, { incidentId, ...quiet, ...found });
    await service.database.write(() => take.run(event));
  };

  it('make a blockade P1 with an ambulance and the nearest patrol, once a second caller saw a weapon and two hurt', async () => {
    const incidentId = await report(blockade({ crowd: 3 }));
    expect(await read(incidentId)).toMatchObject({ priority: 'P2' });
    const second = blockade({ relatesTo: incidentId, narrative: '有人拿刀，两人受伤', flags: ['weapon'], injured: 2 });
    expect(await report(second)).toBe(incidentId);
    const incident = await read(incidentId);
    expect(incident).toMatchObject({ priority: 'P1', reportCount: 2 });
    const told = await events(incidentId);
    expect(told.map(({ type }) => type)).toEqual([
      'incident.reported.v1',
      'incident.report-attached.v1',
      'incident.facts-added.v1',
    ]);
    expect(told.every(({ type, body }) => decodeEvent(type, body).kind === 'event')).toBe(true);
    expect(told[1]?.body).toMatchObject({ flags: ['weapon'], injured: 2, narrative: '有人拿刀，两人受伤' });
    expect(told[2]?.body).toMatchObject({
      ...{ from: 'P2', priority: 'P1', grown: ['flags', 'injured'], newFlags: ['weapon'], flags: ['weapon'] },
      ...{ crowd: 3, injured: 2, plan: { atOnce: ['PS', 'SEC', 'PAT', 'X120'] } },
    });
    expect(rulesOf(incident)).toEqual(rulesOf(told[2]?.body));
    expect(rulesOf(incident)).toEqual(expect.arrayContaining(['danger', 'injury']));
    const [asOne] = await events(await report(blockade({ crowd: 3, flags: ['weapon'], injured: 2 })));
    expect(asOne?.body).toMatchObject({ priority: 'P1', plan: told[2]?.body['plan'] as Body });
  });

  it('say nothing more when a further report tells nothing more', async () => {
    const incidentId = await report(blockade({ flags: ['weapon'] }));
    await report(blockade({ relatesTo: incidentId, flags: ['weapon'] }));
    expect((await events(incidentId)).map(({ type }) => type)).not.toContain(IncidentFactsAdded.type);
  });

  it('restrict an incident when a unit suspects somebody inside, and keep it restricted', async () => {
    const answer = await service.send('POST', '/reports', CONTACT, theft());
    const incidentId = answer.body['incidentId'] as string;
    await feedback(incidentId, { insiderSuspected: true });
    const facts = (await events(incidentId)).filter(({ type }) => type === IncidentFactsAdded.type);
    expect(facts.map(({ body }) => body)).toMatchObject([
      { newFlags: ['insider_suspected'], restricted: true, feedbackId: expect.any(String) },
    ]);
    expect(rulesOf(facts[0]?.body)).toContain('insider');
    await feedback(incidentId, { insiderSuspected: true });
    await feedback(incidentId, { injured: 1 });
    const [row] = await service.database.rows(incidentTable, 'WHERE `id` = ?', [incidentId]);
    expect(row).toMatchObject({ restricted: true, facts: { injured: 1, flags: ['insider_suspected'] } });
    expect(await events(incidentId)).toHaveLength(3);
  });

  it('leave an incident alone whose unit found nothing, or that is over', async () => {
    const incidentId = await report(blockade());
    await feedback(incidentId, { text: '正在劝离' });
    await service.send('POST', `/incidents/${incidentId}/cancel`, CHIEF, { reason: 'test' }, { 'if-match': '*' });
    const before = await events(incidentId);
    await feedback(incidentId, { flags: ['weapon'] });
    expect(await events(incidentId)).toEqual(before);
  });

  it('join what the reports told, where an incident was stored before its facts were kept', async () => {
    const incidentId = await report(blockade({ crowd: 12, flags: ['in_progress'] }));
    expect(await read(incidentId)).toMatchObject({ priority: 'P2' });
    await report(blockade({ relatesTo: incidentId, crowd: 3 }));
    await service.database.write(() =>
      service.database.execute('UPDATE `incident` SET `facts` = NULL WHERE `id` = ?', [incidentId]),
    );
    await feedback(incidentId, { flags: ['weapon'] });
    const last = (await events(incidentId)).at(-1);
    expect(last?.body).toMatchObject({ from: 'P2', priority: 'P1', flags: ['in_progress', 'weapon'], crowd: 12 });
    expect(rulesOf(last?.body).filter((rule) => rule === 'danger')).toHaveLength(1);
  });
});
