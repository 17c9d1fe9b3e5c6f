import { afterEach, expect, it } from '@jest/globals';
import { applyMigrations, schemaDrift, type Database, type ServiceSchema } from '#persistence';
import { openTestDatabase, type TestDatabase } from '#testing';
import { routingSchema } from '../../apps/routing/src/outbound/database/routing.schema.js';
import { assignments } from '../../apps/routing/src/outbound/database/assignment.table.js';
import { dispatches } from '../../apps/routing/src/outbound/database/dispatch.table.js';

/** Routing as version 0.1.0 left it. */
const former: ServiceSchema = {
  ...routingSchema,
  migrations: routingSchema.migrations.filter(({ name }) => Number(/\d{13}$/.exec(name)?.[0]) < 1_799_000_000_000),
};

const insert = (database: Database, table: string, row: Record<string, string | number | null>) =>
  database.execute(
    `INSERT INTO \`${table}\` (${Object.keys(row)
      .map((name) => `\`${name}\``)
      .join(', ')})
    VALUES (${Object.keys(row)
      .map(() => '?')
      .join(', ')})`,
    Object.values(row),
  );

const assignment = (id: string, slot: number | null) => ({
  id,
  incident_id: 'i1',
  slot: 1,
  role: 'lead',
  unit_id: 'PS1',
  unit_name: 'PS1',
  discipline: 'PS',
  state: slot === null ? 'COMPLETED' : 'ISSUED',
  unit_slot: slot,
  milestones: '{"ISSUED":{"at":"2026-05-21T01:00:00.000Z"}}',
  feedback_count: 0,
  decline: null,
  issued_at: '2026-05-21 01:00:00.000',
  acknowledge_by: '2026-05-21 01:03:00.000',
  version: 1,
});
const deadline = (subject: string, stage: number, dueAt: string) => ({
  kind: 'acknowledge',
  subject,
  due_at: dueAt,
  data: JSON.stringify({ stage, startedAt: '2026-05-21T01:00:00.000Z', limitSeconds: 180 }),
});

let test: TestDatabase | undefined;
afterEach(() => test?.drop());

it('takes over what version 0.1.0 stored, with the deadlines that were running', async () => {
  test = await openTestDatabase(former);
  const { database } = test;
  await database.write(async () => {
    await insert(database, 'dispatch', {
      id: 'i1',
      state: 'DISPATCHED',
      priority: 'P3',
      facts: '{}',
      plan: '{}',
      slots: '[]',
      informed: '[]',
      planned_at: '2026-05-21 01:00:00.000',
      version: 7,
    });
    const slots = [1, 2, 3, 4, null, null];
    for (const [at, slot] of slots.entries()) await insert(database, 'assignment', assignment(`a${at + 1}`, slot));
    await insert(database, 'deadline', deadline('a1', 50, '2026-05-21 01:01:30.000'));
    await insert(database, 'deadline', deadline('a2', 100, '2026-05-21 01:03:00.000'));
    await insert(database, 'deadline', deadline('a3', 200, '2026-05-21 01:06:00.000'));
  });
  const now = await test.another(routingSchema);
  await applyMigrations(routingSchema, now.connections);
  const rows = await now.rows(assignments, 'ORDER BY `id`');
  expect(
    rows.map(({ id, unitSlot, ringsAt, rung }) => [id, unitSlot, ringsAt?.toISOString().slice(11, 19), rung]),
  ).toEqual([
    ['a1', 1, '01:01:30', undefined],
    ['a2', 2, '01:03:00', { acknowledge: 50 }],
    ['a3', 3, '01:06:00', { acknowledge: 100 }],
    ['a4', 4, undefined, undefined],
    ['a5', undefined, undefined, undefined],
    ['a6', undefined, undefined, undefined],
  ]);
  expect(await now.rows(dispatches, '')).toMatchObject([{ id: 'i1', version: 7, published: 7 }]);
  expect(await applyMigrations(routingSchema, now.connections)).toEqual([]);
  expect(await schemaDrift(now.connections)).toEqual([]);
});
