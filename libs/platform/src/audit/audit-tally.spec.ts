import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { auditEntries, verifyAudit, type AuditEntry } from '#persistence';
import { effectsSchema, openTestDatabase, type TestDatabase } from '#testing';
import { AuditTally } from './audit-tally.js';

const ANN = { name: 'account:ann', session: 's1', address: '10.0.0.1' };
const BOB = { name: 'account:bob', session: 's2', address: '10.0.0.2' };

let test: TestDatabase;
let tally: AuditTally;
beforeEach(async () => {
  test = await openTestDatabase(effectsSchema);
  tally = new AuditTally(test.database);
});
afterEach(() => test.drop());

const entries = (): Promise<AuditEntry[]> => test.database.rows(auditEntries, 'ORDER BY `seq`');
const refused = (n: number, by = ANN, outcome = 'x.refused') =>
  tally.refused(by, { act: 'POST things/:id', objects: [`id-${n}`], outcome });

describe('acts that change nothing', () => {
  it('are written at once where they are refused, with who, from where, what and why', async () => {
    await refused(1);
    expect(await entries()).toMatchObject([
      {
        ...{ actor: 'account:ann', session: 's1', address: '10.0.0.1', success: false },
        ...{ act: 'POST things/:id', object: 'id-1', outcome: 'x.refused' },
      },
    ]);
  });

  it('are counted where they are the same again', async () => {
    for (let n = 0; n < 1000; n += 1) await refused(1);
    await tally.flush();
    expect((await entries()).map(({ object, detail }) => [object, detail])).toEqual([
      ['id-1', undefined],
      ['id-1', '{"count":999}'],
    ]);
  });

  it('are counted on where they could not be written, and written in the next turn', async () => {
    const act = { act: 'thing.read', objects: ['a'] };
    for (let n = 0; n < 3; n += 1) tally.read(ANN, act);
    const write = jest.spyOn(test.database, 'write').mockRejectedValueOnce(new Error('the database is away'));
    await expect(tally.flush()).rejects.toThrow('away');
    tally.read(ANN, act);
    await tally.flush();
    expect(write).toHaveBeenCalledTimes(2);
    expect((await entries()).map(({ object, detail }) => [object, detail])).toEqual([['a', '{"count":4}']]);
  });

  it('fill no disk, whatever one account tries', async () => {
    for (let n = 0; n < 1000; n += 1) await refused(n, ANN, `x.${n % 100}`);
    await refused(1, BOB);
    await tally.flush();
    const all = await entries();
    const of = (actor: string) => all.filter((entry) => entry.actor === actor);
    expect(of('account:bob')).toHaveLength(1);
    expect(of('account:ann').length).toBeLessThanOrEqual(20 + 50 + 1);
    const counted = of('account:ann').map(({ detail }) =>
      detail ? (JSON.parse(detail) as { count: number }).count : 1,
    );
    expect(counted.reduce((sum, one) => sum + one, 0)).toBe(1000);
    expect(Math.max(...all.map(({ object }) => object.split(' ').length))).toBeLessThanOrEqual(200);
  });

  it('share an entry of their person where they are reads, and no commit of the request', async () => {
    const { commits } = test.database.counts;
    for (const by of [ANN, ANN, BOB]) tally.read(by, { act: 'thing.read', objects: ['a', 'b'] });
    tally.read(ANN, { act: 'thing.read', objects: ['c'] });
    expect(test.database.counts.commits).toBe(commits);
    await tally.stop();
    expect(test.database.counts.commits).toBe(commits + 1);
    expect((await entries()).map(({ actor, object, success, detail }) => [actor, object, success, detail])).toEqual([
      ['account:ann', 'a b c', true, '{"count":3}'],
      ['account:bob', 'a b', true, undefined],
    ]);
    expect((await verifyAudit(test.database)).broken).toBeUndefined();
  });
});
