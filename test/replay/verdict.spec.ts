import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import libsql from 'libsql';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Journal } from './journal.mjs';
import { overlapping, passes, Verdict, type Hold } from './verdict.mjs';

const TABLES = {
  intake: 'CREATE TABLE incident (id TEXT); CREATE TABLE report (id TEXT);',
  routing: `CREATE TABLE dispatch (id TEXT, slots TEXT); CREATE TABLE unit (id TEXT, capacity INT);
    CREATE TABLE assignment (id TEXT, incident_id TEXT, unit_id TEXT, unit_slot INT, state TEXT);`,
  cases: 'CREATE TABLE incident_file (id TEXT);',
};
const NAMED = JSON.stringify([{ slot: 1, gapReason: { zh: '忙', en: 'busy' } }]);
const UNNAMED = JSON.stringify([{ slot: 1 }]);

describe('Verdict', () => {
  let dir: string;
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'qijing-verdict-'));
    for (const [service, sql] of Object.entries(TABLES)) run(service, sql);
    run('intake', "INSERT INTO incident VALUES ('i1'), ('i2'); INSERT INTO report VALUES ('r1'), ('r2')");
    run('cases', "INSERT INTO incident_file VALUES ('i1'), ('i2')");
    run('routing', `INSERT INTO dispatch VALUES ('i1', '[]'), ('i2', '${NAMED}'); INSERT INTO unit VALUES ('U1', 1)`);
    run('routing', "INSERT INTO assignment VALUES ('a1', 'i1', 'U1', 1, 'ISSUED')");
  });
  afterEach(() => rmSync(dir, { recursive: true }));

  function run(service: string, sql: string): void {
    const database = new libsql(join(dir, `${service}.sqlite`));
    database.exec(sql);
    database.close();
  }
  async function judge() {
    const verdict = new Verdict({ sqliteDir: dir });
    const receipts = ['1', '2'].map((n) => ({ answer: { incidentId: `i${n}`, reportId: `r${n}` } }));
    try {
      return await verdict.judge({ receipts, holds: new Map() });
    } finally {
      await verdict.close();
    }
  }

  it('counts what was dispatched and what has named gaps', async () => {
    expect(await judge()).toMatchObject({ accepted: 2, dispatched: 1, gaps: 1, lost: 0, doubleBooked: 0 });
  });

  it.each([
    ['intake', "DELETE FROM incident WHERE id = 'i1'", 'no incident'],
    ['intake', "DELETE FROM report WHERE id = 'r1'", 'no report'],
    ['routing', "DELETE FROM dispatch WHERE id = 'i1'", 'no dispatch'],
    ['cases', "DELETE FROM incident_file WHERE id = 'i1'", 'no incident file'],
    ['routing', `UPDATE dispatch SET slots = '${UNNAMED}' WHERE id = 'i2'`, 'neither a unit nor named gaps'],
  ])('calls it lost when %s has: %s', async (service, sql, fault) => {
    run(service, sql);
    const judged = await judge();
    expect(judged).toMatchObject({ accepted: 2, lost: 1 });
    expect(judged.faults).toEqual([expect.stringContaining(fault)]);
  });

  it.each([
    ['a second assignment of a unit with one place', "INSERT INTO assignment VALUES ('a2', 'i2', 'U1', 2, 'ARRIVED')"],
    ['an active assignment without a place', "INSERT INTO assignment VALUES ('a2', 'i2', 'U1', NULL, 'WORKING')"],
    ['a place that the unit does not have', "UPDATE assignment SET unit_slot = 2 WHERE id = 'a1'"],
  ])('finds %s', async (_what, sql) => {
    run('routing', sql);
    expect(await judge()).toMatchObject({ doubleBooked: 1 });
  });

  it('lets an ended assignment be', async () => {
    run('routing', "INSERT INTO assignment VALUES ('a2', 'i2', 'U1', NULL, 'COMPLETED')");
    expect(await judge()).toMatchObject({ doubleBooked: 0 });
  });
});

describe('overlapping', () => {
  const hold = (from: number, until: number): Hold => ({ unitId: 'U1', from, until });
  const doubled = (capacity: number, ...holds: Hold[]) => {
    const byId = new Map(holds.map((each, at) => [`a${at}`, each]));
    return [...overlapping(byId, new Map([['U1', capacity]]))];
  };

  it('finds a unit that surely held more than it has places for', () => {
    expect(doubled(1, hold(0, 10), hold(5, 15))).toEqual([['U1', 'as the client saw it: a0,a1']]);
    expect(doubled(2, hold(0, 10), hold(5, 15))).toEqual([]);
    expect(doubled(2, hold(0, 10), hold(5, 15), hold(9, Infinity))).toEqual([['U1', 'as the client saw it: a0,a1,a2']]);
  });

  it('proves nothing by one that begins when the other may have ended, or was seen after its end', () => {
    expect(doubled(1, hold(0, 10), hold(10, 20))).toEqual([]);
    expect(doubled(1, hold(0, 10), hold(6, 5))).toEqual([]);
  });
});

describe('holds in the journal', () => {
  it('prove nothing for an assignment of an incident that was cancelled before its plan was seen', () => {
    const journal = new Journal();
    // the feed shows the newer assignment of U1 first, then the one that the cancellation has ended
    journal.seen('a2', 'U1', 'i2', false);
    journal.seen('a1', 'U1', 'i1', true);
    expect(overlapping(journal.holds, new Map([['U1', 1]])).size).toBe(0);
    journal.seen('a3', 'U1', 'i3', false);
    expect(overlapping(journal.holds, new Map([['U1', 1]])).size).toBe(1);
  });
});

describe('passes', () => {
  const judged = { accepted: 3, dispatched: 2, gaps: 1, lost: 0, doubleBooked: 0 };
  const good = {
    calls: 3,
    journal: { unexpected: {} },
    rested: true,
    judged,
    checker: { ok: true, figures: { ...judged, acknowledgedReports: 3 } },
  };

  it('is content when everything was accepted and the checker counts the same', () => {
    expect(passes(good)).toBe(true);
  });

  it.each([
    ['a call was not accepted', { calls: 4 }],
    ['a request was refused without a reason', { journal: { unexpected: { '500 internal': 1 } } }],
    ['it did not come to rest', { rested: false }],
    [
      'an incident was lost',
      { judged: { ...judged, lost: 1 }, checker: { ok: true, figures: { ...judged, lost: 1 } } },
    ],
    ['an incident is in neither count', { judged: { ...judged, gaps: 0 } }],
    ['the checker found something', { checker: { ...good.checker, ok: false } }],
    ['the checker counts differently', { checker: { ok: true, figures: { ...judged, dispatched: 3, gaps: 0 } } }],
    ['the checker gave no answer', { checker: { ok: true } }],
  ])('is not when %s', (_what, change) => {
    expect(passes({ ...good, ...change })).toBe(false);
  });
});
