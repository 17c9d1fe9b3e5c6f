import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decodeEvent } from '#contracts';
import { idAt, madeAt } from '#persistence';
import type { Caller } from '#platform';
import { IntakeFixture } from '../../test/intake-fixture.js';
import { callerOf, CHIEF, CONTACT, COPPER, MACHINE, OPERATOR, PLASTICS, theft } from '../../test/intake-samples.js';
import { incidentTable, type IncidentRow } from '../outbound/database/incident.table.js';
import { reportTable } from '../outbound/database/report.table.js';
import type { ReportToFile } from './admitted-report.js';
import { CancelIncident } from './cancel-incident.js';
import { FollowHandling } from './follow-handling.js';

const COLLEAGUE = callerOf('colleague', ['enterprise_contact'], { enterpriseId: COPPER });
const OTHERS = callerOf('others', ['enterprise_contact'], { enterpriseId: PLASTICS });
const NO_LIMIT = {
  accountReports10Min: 0,
  accountReportsDay: 0,
  enterpriseReports10Min: 0,
  enterpriseReportsDay: 0,
  enterpriseIncidents: 0,
};

let intake: IntakeFixture;
beforeEach(async () => {
  intake = await IntakeFixture.open();
});
afterEach(() => intake.close());

const limit = (limits: Partial<typeof NO_LIMIT>): void => void Object.assign(intake.config, NO_LIMIT, limits);
const incidents = (): Promise<IncidentRow[]> => intake.database.rows(incidentTable, 'ORDER BY `id`');

/** Whether each of some reports was held, sent one after the other. */
async function held(callers: readonly Caller[], of: IntakeFixture = intake): Promise<boolean[]> {
  const answers: boolean[] = [];
  for (const caller of callers) answers.push((await of.report(theft(), caller)).waiting !== undefined);
  return answers;
}

const times = <T>(count: number, what: T): T[] => Array.from({ length: count }, () => what);

describe('a report beyond what may be sent', () => {
  it('is taken, stored and graded like every other, says so on its receipt, and is published as held', async () => {
    limit({ accountReports10Min: 2 });
    await held([CONTACT, CONTACT]);
    const receipt = await intake.report(theft({ flags: ['life_threat'] }), CONTACT);
    expect(receipt).toMatchObject({
      number: expect.stringMatching(/^JQ/),
      waiting: { zh: expect.stringContaining('接警员核对'), en: expect.stringContaining('call taker') },
    });
    const [event] = (await intake.events()).filter(({ body }) => body['incidentId'] === receipt.incidentId);
    const hold = { reason: 'account_reports', since: '2026-05-21T01:00:00.000Z' };
    expect(event).toMatchObject({ type: 'incident.reported.v1', body: { priority: 'P1', hold } });
    expect(decodeEvent(event?.type ?? '', event?.body).kind).toBe('event');
    expect((await incidents()).at(-1)).toMatchObject({ hold: { ...hold, of: 'dispatch' }, priority: 'P1' });
    expect(await intake.database.rows(reportTable, '')).toHaveLength(3);
  });

  it('is counted for the account and for all accounts of an enterprise, and holds nobody else', async () => {
    limit({ accountReports10Min: 2, enterpriseReports10Min: 3 });
    expect(await held([CONTACT, CONTACT, CONTACT])).toEqual([false, false, true]);
    expect(await held([COLLEAGUE, OTHERS, OTHERS, OTHERS])).toEqual([true, false, false, true]);
    const reasons = (await incidents()).map(({ hold }) => hold?.reason);
    expect(reasons.filter((reason) => reason !== undefined)).toEqual([
      'account_reports',
      'enterprise_reports',
      'account_reports',
    ]);
  });

  it('is never one of a call taker or of a machine, nor do theirs count', async () => {
    limit({ accountReports10Min: 1, enterpriseReports10Min: 1, enterpriseIncidents: 1 });
    const machine = { ...MACHINE, enterpriseId: COPPER };
    const told = theft({ enterpriseId: COPPER });
    for (const caller of [OPERATOR, OPERATOR, CHIEF, machine, machine]) {
      expect((await intake.report(told, caller)).waiting).toBeUndefined();
    }
    expect(await held([CONTACT, CONTACT])).toEqual([false, true]);
  });

  it('is found among reports that share a transaction, by one read for all', async () => {
    limit({ accountReports10Min: 3, accountReportsDay: 5, enterpriseReports10Min: 5, enterpriseIncidents: 4 });
    const callers = times(8, [CONTACT, COLLEAGUE, OTHERS]).flat();
    const admitted = await Promise.all(callers.map((caller) => intake.admit().run(theft(), caller)));
    const before = { ...intake.database.counts };
    const receive = intake.receive();
    await Promise.all(admitted.map((one) => intake.database.write(() => receive.run(one), { group: 'reports' })));
    const { commits, statements } = intake.database.counts;
    expect([commits - before.commits, statements - before.statements]).toEqual([1, 7]);
    const served = (await incidents()).filter(({ hold }) => hold === undefined);
    expect(served.map(({ filedBy }) => filedBy)).toEqual(
      [CONTACT, COLLEAGUE, OTHERS, CONTACT, COLLEAGUE, OTHERS, OTHERS].map(({ accountId }) => accountId),
    );
  });

  it('is one too many after a restart and in another process too', async () => {
    limit({ accountReports10Min: 2 });
    await held([CONTACT, CONTACT]);
    const other = await IntakeFixture.open(intake.folder);
    Object.assign(other.config, intake.config);
    expect(await held([CONTACT, OTHERS], other)).toEqual([true, false]);
    await other.database.close();
  });

  it('counts those of ten minutes, and those of a day', async () => {
    limit({ accountReports10Min: 1, accountReportsDay: 2 });
    const began = Date.now();
    const after = async (minutes: number): Promise<boolean> => {
      const admitted = await intake.admit().run(theft(), CONTACT);
      const report = { ...admitted, reportId: idAt(began + minutes * 60_000) };
      const receipt = await intake.database.write(() => intake.receive().run(report), { group: 'reports' });
      return receipt().waiting !== undefined;
    };
    expect(madeAt(idAt(began))).toBe(began);
    expect([await after(0), await after(9), await after(20), await after(24 * 60 + 21)]).toEqual([
      false, // the first
      true, // within ten minutes
      true, // the third within a day
      false, // a day later
    ]);
  });
});

describe('incidents that are served on the word of an enterprise', () => {
  it('are so many at a time, until they are handled or called off', async () => {
    limit({ enterpriseIncidents: 2 });
    expect(await held([CONTACT, COLLEAGUE, CONTACT, OTHERS])).toEqual([false, false, true, false]);
    const [first, second] = await incidents();
    const handled = { incidentId: first?.id, dispatchState: 'HANDLED' } as never;
    await intake.database.write(() => new FollowHandling(intake.incidents).unitMoved(handled));
    expect(await held([CONTACT, CONTACT])).toEqual([false, true]);
    const cancel = new CancelIncident(intake.incidents, intake.clock);
    await intake.database.write(() => cancel.run(second?.id ?? '', { reason: 'test' }, '*', CHIEF));
    expect(await held([CONTACT, CONTACT])).toEqual([false, true]);
  });

  it('are never more, whoever reports in whatever order and company; none is lost, and no enterprise holds another one', async () => {
    const word = fc.record({ who: fc.constantFrom(CONTACT, COLLEAGUE, OTHERS, OPERATOR), more: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(word, { maxLength: 8 }), { maxLength: 6 }), async (groups) => {
        const own = await IntakeFixture.open();
        try {
          Object.assign(own.config, NO_LIMIT, { enterpriseIncidents: 2, accountReports10Min: 4 });
          for (const group of groups) await Promise.all(group.map(({ who, more }) => send(own, who, more)));
          const rows: IncidentRow[] = await own.database.rows(incidentTable, '');
          for (const id of [COPPER, PLASTICS]) {
            expect(rows.filter(({ servedFor }) => servedFor === id).length).toBeLessThanOrEqual(2);
          }
          const sent = groups.flat().length;
          expect(await own.database.rows(reportTable, '')).toHaveLength(sent);
          const [first] = rows.filter(({ enterpriseId }) => enterpriseId === PLASTICS);
          // What it told too often itself may wait; that units are sent does not.
          expect(first?.hold?.of).not.toBe('dispatch');
        } finally {
          await own.close();
        }
      }),
      { numRuns: 15 },
    );
  }, 60_000);

  /** A report of an incident of its own, or one more of the newest that this caller filed. */
  async function send(own: IntakeFixture, who: Caller, more: boolean): Promise<void> {
    const rows = await own.database.rows(incidentTable, 'WHERE `filed_by` = ? ORDER BY `id` DESC LIMIT 1', [
      who.accountId,
    ]);
    const told: Partial<ReportToFile> = more && rows[0] ? { relatesTo: rows[0].id } : {};
    await own.report(theft(told), who);
  }
});
