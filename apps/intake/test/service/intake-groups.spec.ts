import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { CONTACT, COPPER, MACHINE, theft } from '../intake-samples.js';
import { intakeSchema } from '../../src/outbound/database/intake.schema.js';
import { reportTable } from '../../src/outbound/database/report.table.js';
import { IntakeService, type Answer } from './intake-service.js';

const MANY = 80;
/** What others' mistakes and repetitions may make of the commits that as many good reports need. */
const MOST = 1.5;

let service: IntakeService;
/** Commits that good reports need: a group that begins at once, and one with all who came meanwhile. */
let good = { commits: 2 };
beforeAll(async () => {
  service = await IntakeService.start();
  for (let round = 0; round < 4; round += 1) {
    const { commits } = await cost(() => all(keyed('good')));
    // The first round warms up.
    if (round > 0) good = { commits: Math.max(good.commits, commits) };
  }
});
afterAll(() => service.stop());

type Send = () => Promise<Answer>;
let batch = 0;

/** Reports of a machine, each under a key of its own. */
function keyed(name: string): Send[] {
  batch += 1;
  const keys = Array.from({ length: MANY }, (_, n) => ({ 'idempotency-key': `${name}-${batch}-${n}` }));
  return keys.map((key) => () => service.send('POST', '/reports', MACHINE, theft(), key));
}

const all = (sends: readonly Send[]): Promise<Answer[]> => Promise.all(sends.map((send) => send()));
const count = (answers: readonly Answer[], status: number) => answers.filter((one) => one.status === status).length;
const stored = async (): Promise<number> => (await service.database.rows(reportTable, '')).length;

async function cost(work: () => Promise<unknown>): Promise<{ commits: number; rollbacks: number }> {
  const before = { ...service.database.counts };
  await work();
  const { commits, rollbacks } = service.database.counts;
  return { commits: commits - before.commits, rollbacks: rollbacks - before.rollbacks };
}

it('makes nobody pay for a report that relates to nothing', async () => {
  const bad = () => service.send('POST', '/reports', CONTACT, theft({ relatesTo: COPPER }));
  let answers: Answer[] = [];
  const { commits, rollbacks } = await cost(async () => {
    answers = await all(keyed('fine').toSpliced(MANY / 2, 1, bad));
  });
  expect([count(answers, 201), count(answers, 422)]).toEqual([MANY - 1, 1]);
  expect(commits).toBeLessThanOrEqual(good.commits * MOST);
  expect(rollbacks).toBe(0);
});

it('makes nobody pay for keys that are sent twice at once', async () => {
  const before = await stored();
  let answers: Answer[] = [];
  const { commits, rollbacks } = await cost(async () => {
    answers = await all(keyed('twice').flatMap((send) => [send, send]));
  });
  expect(count(answers, 201) + count(answers, 409)).toBe(2 * MANY);
  expect(await stored()).toBe(before + MANY);
  expect(commits).toBeLessThanOrEqual(good.commits * MOST);
  expect(rollbacks).toBe(0);
});

it('makes nobody pay for requests that are repeated later', async () => {
  const repeated = keyed('again');
  const first = await all(repeated);
  const before = await stored();
  let answers: Answer[] = [];
  const { commits, rollbacks } = await cost(async () => {
    answers = await all(keyed('new').flatMap((send, n) => [send, repeated[n] ?? send]));
  });
  expect(answers.filter(({ headers }) => headers['idempotent-replayed'] === 'true').map(({ body }) => body)).toEqual(
    first.map(({ body }) => body),
  );
  expect(await stored()).toBe(before + MANY);
  expect(commits).toBeLessThanOrEqual(good.commits * MOST);
  expect(rollbacks).toBe(0);
});

it('keeps four rows per report, and writes a group in nine round trips', async () => {
  const { database } = service;
  const tables = intakeSchema.tables.map(({ name }) => name).filter((name) => name !== 'outbox');
  const rows = async () => {
    const counts = tables.map((name) =>
      database.query<{ rows: number }>(`SELECT COUNT(*) AS \`rows\` FROM \`${name}\``),
    );
    return (await Promise.all(counts)).map(([counted]) => Number(counted?.rows));
  };
  const before = await rows();
  const trips = jest.fn();
  const writer = database.connections.writer.bind(database.connections);
  jest.spyOn(database.connections, 'writer').mockImplementation(async () => {
    const session = await writer();
    const run = session.run.bind(session);
    return Object.assign(session, { run: (...args: Parameters<typeof run>) => (trips(args[0]), run(...args)) });
  });
  const { commits } = await cost(() => all(keyed('counted')));
  jest.restoreAllMocks();
  const after = await rows();
  const grown = tables.flatMap((name, n) =>
    after[n] === before[n] ? [] : [[name, (after[n] ?? 0) - (before[n] ?? 0)]],
  );
  expect(Object.fromEntries(grown)).toEqual({ report: MANY, incident: MANY, idempotency_key: MANY, audit_entry: MANY });
  // BEGIN, 2 for the numbers, one INSERT each of incidents, reports, answers, events and audit entries, COMMIT
  expect(trips.mock.calls.length).toBe(9 * commits);
});
