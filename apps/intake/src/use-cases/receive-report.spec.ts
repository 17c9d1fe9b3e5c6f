import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { decodeEvent } from '#contracts';
import { IntakeFixture } from '../../test/intake-fixture.js';
import { callerOf, CHIEF, CONTACT, COPPER, OPERATOR, PLASTICS, theft } from '../../test/intake-samples.js';
import { incidentTable } from '../outbound/database/incident.table.js';
import { reportTable } from '../outbound/database/report.table.js';
import { CancelIncident } from './cancel-incident.js';

let intake: IntakeFixture;
beforeEach(async () => {
  intake = await IntakeFixture.open();
  await intake.report(theft());
});
afterEach(() => intake.close());

const HUNDRED = Array.from({ length: 100 }, (_, n) => n);
const eventsOf = async (incidentId: string) =>
  (await intake.events()).filter(({ body }) => body['incidentId'] === incidentId);

describe('a batch of reports', () => {
  it('costs one commit and a handful of statements', async () => {
    const admitted = await Promise.all(HUNDRED.map(() => intake.admit().run(theft(), CONTACT)));
    const before = { ...intake.database.counts };
    const receive = intake.receive();
    await Promise.all(admitted.map((one) => intake.database.write(() => receive.run(one), { group: 'reports' })));
    const { statements, commits } = intake.database.counts;
    expect(commits - before.commits).toBe(1);
    // 2 for the numbers, 1 for what the enterprise sent before, then one INSERT each of incidents, reports, events and audit entries
    expect(statements - before.statements).toBe(7);
  });

  it('needs no statement to admit a report while the copies in memory are fresh', async () => {
    await intake.admit().run(theft(), CONTACT);
    const before = intake.database.counts.statements;
    const admit = intake.admit();
    await Promise.all(HUNDRED.map(() => admit.run(theft(), CONTACT)));
    expect(intake.database.counts.statements - before).toBeLessThanOrEqual(1);
  });

  it('gives every report its own number, without holes', async () => {
    const receipts = await Promise.all(HUNDRED.map(() => intake.report(theft())));
    const serials = receipts.map(({ number }) => Number(number.slice(-5))).sort((a, b) => a - b);
    expect(serials).toEqual(HUNDRED.map((n) => n + 2));
    expect(receipts[0]?.number).toMatch(/^JQ32041220260521\d{5}$/);
    expect(new Set(receipts.map(({ receipt }) => receipt)).size).toBe(100);
  });

  it('counts service requests and other days apart', async () => {
    const escort = await intake.report(theft({ type: 'F01', details: {} }));
    const yesterday = await intake.report(theft({ receivedAt: '2026-05-20T01:00:00Z' }));
    expect(escort.number).toBe('FW3204122026052100001');
    expect(yesterday).toMatchObject({ number: 'JQ3204122026052000001', receipt: 'HZ3204122026052000001' });
  });

  it('fails alone when one of it fails', async () => {
    const refused = intake.report(theft({ relatesTo: COPPER }));
    const all = await Promise.allSettled([intake.report(theft()), refused, intake.report(theft())]);
    expect(all.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(await intake.database.rows(reportTable, '')).toHaveLength(3);
  });
});

describe('a report of its own', () => {
  it('opens a graded incident and tells what consumers need', async () => {
    const { incidentId, number, reportId } = await intake.report(theft({ flags: ['insider_suspected'] }), CONTACT);
    const [event] = await eventsOf(incidentId);
    expect(event).toMatchObject({
      type: 'incident.reported.v1',
      aggregateSeq: 1,
      body: {
        number,
        reportId,
        channel: 'portal',
        priority: 'P3',
        restricted: true,
        enterprise: { id: COPPER, name: '武进精铜材料有限公司' },
        place: { district: '320412', jurisdiction: 'WJ-HT', zone: 'suburban' },
        plan: { id: 'E101', atOnce: ['PS', 'CID', 'AST'] },
        reporter: { accountId: CONTACT.accountId },
      },
    });
    expect(decodeEvent(event?.type ?? '', event?.body).kind).toBe('event');
  });
});

describe('a further report', () => {
  it('is attached, and the third within a day raises the incident once', async () => {
    const { incidentId, number } = await intake.report(theft(), CONTACT);
    for (let more = 0; more < 3; more += 1) {
      expect(await intake.report(theft({ relatesTo: incidentId }), CONTACT)).toMatchObject({ incidentId, number });
    }
    const events = await eventsOf(incidentId);
    expect(events.map(({ type, aggregateSeq }) => [type, aggregateSeq])).toEqual([
      ['incident.reported.v1', 1],
      ['incident.report-attached.v1', 2],
      ['incident.report-attached.v1', 3],
      ['incident.regraded.v1', 4],
      ['incident.report-attached.v1', 5],
    ]);
    expect(events[3]?.body).toMatchObject({ from: 'P3', to: 'P2' });
    expect(events.every(({ type, body }) => decodeEvent(type, body).kind === 'event')).toBe(true);
  });

  it('may come many at once', async () => {
    const { incidentId } = await intake.report(theft());
    await Promise.all(HUNDRED.slice(0, 20).map(() => intake.report(theft({ relatesTo: incidentId }))));
    const [incident] = await intake.database.rows(incidentTable, 'WHERE `id` = ?', [incidentId]);
    expect(incident).toMatchObject({ reportCount: 21, priority: 'P2', published: 22 });
  });

  it('is refused for an incident that is over or none of the caller’s business', async () => {
    const { incidentId } = await intake.report(theft(), CONTACT);
    const stranger = callerOf('other', ['enterprise_contact'], { enterpriseId: PLASTICS });
    const foreign = intake.report(theft({ relatesTo: incidentId }), stranger);
    await expect(foreign).rejects.toMatchObject({ code: 'report.related-not-found' });
    const cancel = new CancelIncident(intake.incidents, intake.clock);
    await intake.database.write(() => cancel.run(incidentId, { reason: 'test' }, '*', CHIEF));
    const late = intake.report(theft({ relatesTo: incidentId }), OPERATOR);
    await expect(late).rejects.toMatchObject({ code: 'report.related-closed' });
  });
});
