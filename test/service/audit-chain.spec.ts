import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Outbox } from '#messaging';
import {
  actingAs,
  auditCheckpoints,
  AuditCheckpoints,
  auditEntries,
  AuditTrail,
  LostRace,
  verifyAudit,
  type Database,
} from '#persistence';
import { effectsSchema, incidentReported, noTrace, openTestDatabase, testProfile, type TestDatabase } from '#testing';
import { tamper } from './tampering.js';

let test: TestDatabase;
beforeEach(async () => {
  test = await openTestDatabase(effectsSchema);
});
afterEach(() => test.drop());

const act = (subject: string, over: { database?: Database; opens?: boolean } = {}) => {
  const { database = test.database, ...hints } = over;
  const record = () => AuditTrail.of(database).record({ subject, act: 'thing.done', object: 'o', ...hints });
  return database.write(() => Promise.resolve(record()));
};
/** A writer that loses every race is told so, and comes again. */
const untilWon = (write: () => Promise<void>): Promise<void> =>
  write().catch((error: unknown) => {
    if (error instanceof LostRace) return untilWon(write);
    throw error;
  });
const entriesOf = (subject: string) =>
  test.database.rows(auditEntries, 'WHERE `subject` = ? ORDER BY `seq`', [subject]);
/** As another process would see the database; SQLite is written by one process only. */
const otherProcess = async () => (testProfile() === 'cluster' ? test.another() : test.database);
const checkpoint = async () => new AuditCheckpoints(await otherProcess());
const change = (sql: string) => tamper(effectsSchema, test.options, sql);
const broken = async () => (await verifyAudit(test.database)).broken;

describe(`audit chains on ${testProfile()}`, () => {
  it('gives every event one entry, ascribed to whoever caused it, in the transaction of the event', async () => {
    const outbox = new Outbox(test.database, 'intake', 'qijing.', noTrace);
    const row = { id: 'incident-1', version: 0 };
    const publish = () => Promise.resolve(outbox.publish(row, incidentReported({ incidentId: row.id })));
    await actingAs('account:a1', () => test.database.write(publish));
    await test.database.write(publish);
    const failing = test.database.write(async () => {
      await publish();
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    const events = await test.database.query<{ id: string }>('SELECT `id` FROM `outbox` ORDER BY `seq`');
    const entries = await entriesOf(row.id);
    expect(entries.map(({ seq, act: type, object, actor }) => [seq, type, object, actor])).toEqual([
      [1, 'incident.reported.v1', events[0]?.id, 'account:a1'],
      [2, 'incident.reported.v1', events[1]?.id, 'system'],
    ]);
    expect(await verifyAudit(test.database)).toMatchObject({ chains: 1, entries: 2, checkpoints: 0 });
  });

  it('costs one statement for new subjects and two for known ones, however many there are', async () => {
    const trail = AuditTrail.of(test.database);
    const subjects = Array.from({ length: 150 }, (_, n) => `s${n}`);
    const cost = async (hints: { opens?: boolean }) => {
      const { statements } = test.database.counts;
      await test.database.write(() => {
        for (const subject of [...subjects, ...subjects])
          trail.record({ subject, act: 'thing.done', object: '', ...hints });
        return Promise.resolve();
      });
      return test.database.counts.statements - statements;
    };
    expect(await cost({ opens: true })).toBe(1);
    expect(await cost({})).toBe(2);
    expect(await entriesOf('s149')).toHaveLength(4);
    expect(await broken()).toBeUndefined();
  });

  it('reads nothing to add to a chain of its own', async () => {
    const read = () => {
      const record = () => AuditTrail.of(test.database).recordApart('reads', { act: 'thing.read', object: 'a b' });
      return test.database.write(() => Promise.resolve(record()), { group: 'reads' });
    };
    await Promise.all([read(), read(), read()]);
    const { statements } = test.database.counts;
    await read();
    expect(test.database.counts.statements - statements).toBe(1);
    expect(await verifyAudit(test.database)).toMatchObject({ chains: 1, entries: 4 });
    expect(await broken()).toBeUndefined();
  });

  it('keeps one chain when processes write about one subject at once, or believe that it is new', async () => {
    const databases = [test.database, await otherProcess(), await otherProcess()];
    await act('busy', { opens: true });
    const inTurn = async (database: Database) => {
      for (let n = 0; n < 6; n += 1) {
        await untilWon(() => act('busy', { database, opens: n === 1 }));
      }
    };
    await Promise.all(databases.map(inTurn));
    expect((await entriesOf('busy')).map(({ seq }) => seq)).toEqual(Array.from({ length: 19 }, (_, n) => n + 1));
    expect(await broken()).toBeUndefined();
  });

  it('seals what moved since the last checkpoint, once, whoever does it', async () => {
    const [mine, other] = [await checkpoint(), await checkpoint()];
    await act('a');
    await act('b');
    await Promise.all([mine.make(), other.make()]);
    await act('b');
    const [made] = await other.make();
    expect(made?.heads).toEqual([['b', 2]]);
    expect(await mine.make()).toEqual([]);
    const checkpoints = await test.database.rows(auditCheckpoints, 'ORDER BY `seq`');
    expect(checkpoints.map(({ heads }) => heads.length)).toEqual([2, 1]);
    expect(await verifyAudit(test.database)).toMatchObject({ checkpoints: 2, sealed: { seq: 2, hash: made?.hash } });
    await act('b');
    expect(await mine.make(60_000)).toEqual([]);
  });
});

describe(`tampering on ${testProfile()}`, () => {
  beforeEach(async () => {
    for (const subject of ['a', 'b', 'c', 'b', 'b', 'c']) await act(subject);
    await (await checkpoint()).make();
    await act('b');
    await (await checkpoint()).make();
    expect(await verifyAudit(test.database)).toMatchObject({ chains: 3, entries: 7, checkpoints: 2 });
    expect(await broken()).toBeUndefined();
  });

  it.each(['actor', 'act', 'object', 'hash', 'prev_hash'])('finds a changed %s', async (column) => {
    await change(`UPDATE \`audit_entry\` SET \`${column}\` = 'x' WHERE \`subject\` = 'b' AND \`seq\` = 2`);
    expect(await broken()).toMatchObject({ table: 'audit_entry', subject: 'b', seq: 2 });
  });

  it('finds a changed time and a refusal made a success', async () => {
    await change("UPDATE `audit_entry` SET `success` = 0 WHERE `subject` = 'c' AND `seq` = 2");
    expect(await broken()).toMatchObject({ subject: 'c', seq: 2, reason: 'was changed' });
    await change("UPDATE `audit_entry` SET `at` = '2020-01-01 00:00:00.000' WHERE `subject` = 'b' AND `seq` = 3");
    expect(await broken()).toMatchObject({ subject: 'b', seq: 3, reason: 'was changed' });
  });

  it.each([1, 2])('finds that entry %s was deleted', async (seq) => {
    await change(`DELETE FROM \`audit_entry\` WHERE \`subject\` = 'b' AND \`seq\` = ${seq}`);
    expect(await broken()).toMatchObject({ subject: 'b', seq: seq + 1, reason: `entry ${seq} is missing` });
  });

  it('finds that a sealed end of a chain was deleted, or a whole chain', async () => {
    await change("DELETE FROM `audit_entry` WHERE `subject` = 'b' AND `seq` = 4");
    expect(await broken()).toEqual({
      table: 'audit_checkpoint',
      subject: 'b',
      seq: 2,
      reason: 'sealed entry 4 is gone',
    });
    await change("DELETE FROM `audit_entry` WHERE `subject` = 'a'");
    expect(await broken()).toMatchObject({ table: 'audit_checkpoint', subject: 'a', seq: 1 });
  });

  it('finds an inserted entry', async () => {
    const [last] = (await entriesOf('b')).slice(-1);
    if (!last) throw new Error('no entry');
    const forged = { ...last, seq: 5, prevHash: last.hash };
    await test.database.write(() => test.database.insert(auditEntries, [forged]));
    expect(await broken()).toMatchObject({ subject: 'b', seq: 5, reason: 'was changed' });
  });

  it('finds a chain that was written anew from some entry on', async () => {
    const rows = await entriesOf('b');
    await change("DELETE FROM `audit_entry` WHERE `subject` = 'b' AND `seq` > 1");
    for (let n = 1; n < rows.length; n += 1) await act('b', { database: await test.another() });
    expect(await broken()).toMatchObject({
      table: 'audit_checkpoint',
      seq: 1,
      reason: 'the sealed entries are not those that are there',
    });
  });

  it('finds changed, deleted and shortened checkpoints', async () => {
    await change('UPDATE `audit_checkpoint` SET `heads` = \'[["a",1],["b",3],["c",1]]\' WHERE `seq` = 1');
    expect(await broken()).toMatchObject({ table: 'audit_checkpoint', seq: 1 });
    await change("UPDATE `audit_checkpoint` SET `heads` = '[]' WHERE `seq` = 1");
    expect(await broken()).toMatchObject({ table: 'audit_checkpoint', seq: 1, reason: 'was changed' });
    await change('DELETE FROM `audit_checkpoint` WHERE `seq` = 1');
    expect(await broken()).toMatchObject({ table: 'audit_checkpoint', seq: 2, reason: 'checkpoint 1 is missing' });
  });
});
