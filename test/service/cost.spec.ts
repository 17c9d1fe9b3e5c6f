import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { testProfile } from '#testing';
import { CostHarness } from './cost.harness.js';

const BATCH = 100;
const ROUNDS = 6;
/** What a batch of any size may ask of the databases. */
const MOST = {
  embedded: { transactions: 1, roundTrips: 27 },
  cluster: { transactions: 6, roundTrips: 48 },
};
/** What a report with a loss that comes alone may keep and ask; its idempotency key is one row more. */
const ALONE = {
  embedded: { transactions: 1, roundTrips: 27, rows: 17 },
  cluster: { transactions: 6, roundTrips: 48, rows: 17 },
};
/** Two cores may be busy with something else. */
const SLOW_MS = 120_000;
/** Measures of the machine that a batch may cost; it cost 10.2 (SQLite) and 10.6 (MariaDB) when this was written. */
const MOST_MEASURES = 18;

/** Processor time of this process and all its threads, ms. */
async function cpuMs(work: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/**
 * The measure of the machine: an event read and written as JSON, a fixed number of times. Processor time, not time: what
 * else runs does not count; and the least of several rounds, so that a collection of garbage does not either.
 */
function measure(): number {
  const sample = readFileSync('libs/contracts/samples/dispatch.planned.v1.json', 'utf8');
  let length = 0;
  for (let n = 0; n < 20 * BATCH; n += 1) length += JSON.stringify(JSON.parse(sample)).length;
  return length;
}

/**
 * What a batch of 100 reported thefts may cost on its whole way. Counts, not times: they are the same on every machine
 * and in every run. A statement per row instead of per batch shows a hundredfold.
 */
describe(`what incidents cost on ${testProfile()}`, () => {
  let harness: CostHarness;
  beforeAll(async () => {
    harness = await CostHarness.start();
    await harness.enterUnits(20 * BATCH);
    await harness.report(1);
  }, SLOW_MS);
  afterAll(() => harness.stop(), 30_000);

  it(
    'is a fixed number of transactions and statements for a batch of any size',
    async () => {
      harness.costs();
      await harness.report(BATCH);
      const { transactions, roundTrips } = harness.total();
      expect(transactions).toBeLessThanOrEqual(MOST[testProfile()].transactions);
      expect(roundTrips).toBeLessThanOrEqual(MOST[testProfile()].roundTrips);
    },
    SLOW_MS,
  );

  it(
    'is few rows for a report that comes alone, and one transaction where services share one',
    async () => {
      harness.costs();
      await harness.report(1, 4_230_000);
      const most = ALONE[testProfile()];
      const { transactions, roundTrips, rows } = harness.total();
      expect([transactions <= most.transactions, roundTrips <= most.roundTrips, rows <= most.rows]).toEqual([
        true,
        true,
        true,
      ]);
    },
    SLOW_MS,
  );

  it(
    'is two messages, whether a loss was reported or not',
    async () => {
      const before = harness.bus.messages;
      await harness.report(BATCH);
      const between = harness.bus.messages;
      await harness.report(BATCH, 4_230_000);
      expect([between - before, harness.bus.messages - between]).toEqual([2 * BATCH, 2 * BATCH]);
    },
    SLOW_MS,
  );

  it(
    'is processor time in proportion to a fixed piece of work of the same process',
    async () => {
      const [batches, measures]: [number[], number[]] = [[], []];
      for (let round = 0; round < ROUNDS; round += 1) {
        measures.push(await cpuMs(measure));
        batches.push(await cpuMs(() => harness.report(BATCH)));
      }
      expect(Math.min(...batches) / Math.min(...measures)).toBeLessThan(MOST_MEASURES);
    },
    SLOW_MS,
  );
});
