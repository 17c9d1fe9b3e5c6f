import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Database, migrate, openConnections, schemaDrift, type DatabaseOptions } from '#persistence';
import { dropTestDatabase, testDatabaseOptions, testProfile } from '#testing';
import { casesSchema } from '../cases.schema.js';
import { incidentFiles } from '../incident-file.tables.js';
import { RingLawClocks1812000000000 } from './1812000000000-ring-law-clocks.js';

const AT = '2026-05-21 01:30:00.123';

/** Files of before, with where they and their cases stand. */
const FILES = [
  { id: 'handled', state: 'HANDLED' },
  { id: 'closed', state: 'CLOSED' },
  { id: 'reviewed', state: 'CLOSED', caseState: 'REVIEWING', kind: 'economic' },
  { id: 'filed', state: 'CLOSED', caseState: 'FILED', kind: 'administrative' },
] as const;

describe(`files of before the limits of the law rang, on ${testProfile()}`, () => {
  let options: DatabaseOptions;
  const migrations = casesSchema.migrations.slice(0, casesSchema.migrations.indexOf(RingLawClocks1812000000000));
  beforeEach(async () => {
    options = testDatabaseOptions();
    await migrate({ ...casesSchema, migrations }, options);
  });
  afterEach(() => dropTestDatabase(casesSchema, options));

  it('are looked at once where a limit may run, and know the kind of their case', async () => {
    const before = new Database(await openConnections(casesSchema, options));
    await before.write(async () => {
      for (const { id, state, ...kept } of FILES) {
        await before.execute(
          'INSERT INTO `incident_file` (`id`, `number`, `state`, `priority`, `restricted`, `received_at`, `progress`, ' +
            '`published`, `version`) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
          [id, `JQ-${id}`, state, 'P3', 0, AT, '{}', 1, 1],
        );
        if (!('kind' in kept)) continue;
        await before.execute(
          'INSERT INTO `case_record` (`id`, `incident_id`, `number`, `kind`, `state`, `registered_at`, `suspects`, ' +
            '`version`) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
          [`c-${id}`, id, `AJ-${id}`, kept.kind, kept.caseState, AT, '[]', 1],
        );
      }
    });
    await before.close();
    await migrate(casesSchema, options);
    const database = new Database(await openConnections(casesSchema, options));
    try {
      expect(await schemaDrift(database.connections)).toEqual([]);
      const rows = await database.rows(incidentFiles, 'ORDER BY `id`');
      expect(rows.map(({ id, ringsAt, caseKind }) => [id, ringsAt?.getUTCFullYear(), caseKind])).toEqual([
        ['closed', undefined, undefined],
        ['filed', undefined, 'administrative'],
        ['handled', 2001, undefined],
        ['reviewed', 2001, 'economic'],
      ]);
    } finally {
      await database.close();
    }
  });
});
