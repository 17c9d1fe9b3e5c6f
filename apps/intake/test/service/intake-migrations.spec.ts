import { afterEach, expect, it } from '@jest/globals';
import { applyMigrations, schemaDrift, type ServiceSchema } from '#persistence';
import { openTestDatabase, type TestDatabase } from '#testing';
import { intakeSchema } from '../../src/outbound/database/intake.schema.js';
import { enterpriseTable } from '../../src/outbound/database/enterprise.table.js';
import { incidentTable } from '../../src/outbound/database/incident.table.js';

/** Intake as version 0.1.0 left it. */
const former: ServiceSchema = {
  ...intakeSchema,
  migrations: intakeSchema.migrations.filter(({ name }) => Number(/\d{13}$/.exec(name)?.[0]) < 1_799_000_000_000),
};

const INCIDENT: Record<string, string | number> = {
  id: 'i1',
  number: 'JQ1',
  type_code: 'E101',
  state: 'TRIAGED',
  priority: 'P3',
  fired_rules: '[]',
  restricted: 0,
  place: '{"address":"a"}',
  filed_by: 'a1',
  report_count: 2,
  recent_reports: '[]',
  received_at: '2026-05-21 01:00:00.000',
  events: 2,
  version: 4,
};

const ENTERPRISE: Record<string, string | number> = {
  id: 'e1',
  name: 'ＡＢＣ示范（常州）厂',
  tags: '[]',
  contacts: '[]',
  changed_at: '2026-05-21 01:00:00.000',
  revision: 1,
  version: 1,
};

const insert = (table: string, row: Record<string, string | number>): [sql: string, values: (string | number)[]] => {
  const names = Object.keys(row);
  const columns = names.map((name) => `\`${name}\``).join(', ');
  return [`INSERT INTO \`${table}\` (${columns}) VALUES (${names.map(() => '?').join(', ')})`, Object.values(row)];
};

let test: TestDatabase | undefined;
afterEach(() => test?.drop());

it('takes over what version 0.1.0 stored', async () => {
  test = await openTestDatabase(former);
  const { database } = test;
  await database.write(async () => {
    await database.execute(...insert('incident', INCIDENT));
    await database.execute(...insert('enterprise', ENTERPRISE));
  });
  const now = await test.another(intakeSchema);
  await applyMigrations(intakeSchema, now.connections);
  expect(await now.rows(incidentTable, '')).toMatchObject([{ id: 'i1', reportCount: 2, published: 2, version: 4 }]);
  expect(await now.rows(enterpriseTable, '')).toMatchObject([{ id: 'e1', soughtName: 'abc示范(常州)厂', version: 1 }]);
  expect(await applyMigrations(intakeSchema, now.connections)).toEqual([]);
  expect(await schemaDrift(now.connections)).toEqual([]);
});
