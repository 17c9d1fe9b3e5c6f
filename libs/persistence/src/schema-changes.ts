import type { QueryRunner, Table } from 'typeorm';
import { failpoint } from './failpoint.js';
import { dialectOf } from './schema.js';
import { indexName, snakeCase, type ColumnSpec } from './table.js';

/** What stands before the names of tables and indices in the database that a runner talks to. */
const prefixOf = (runner: QueryRunner): string => runner.connection.options.entityPrefix ?? '';

/** A table as it stands in the middle of a migration; undefined when there is none. */
export const tableNow = (runner: QueryRunner, name: string): Promise<Table | undefined> =>
  runner.getTable(`${prefixOf(runner)}${name}`);

/** Adds an index, frozen in a migration, to a table; one that is there already stays. */
export async function addIndex(
  runner: QueryRunner,
  table: string,
  on: readonly string[],
  { unique = false } = {},
): Promise<void> {
  failpoint('migrate.step');
  const name = indexName(unique ? 'uq' : 'ix', table, on);
  if (await hasIndex(runner, table, name)) return;
  const columns = on.map((each) => `\`${snakeCase(each)}\``).join(', ');
  await runner.query(`CREATE ${unique ? 'UNIQUE ' : ''}INDEX \`${name}\` ON \`${table}\` (${columns})`);
}

/** Takes an index, frozen in a migration, from a table; one that is gone already stays gone. */
export async function dropIndex(
  runner: QueryRunner,
  table: string,
  on: readonly string[],
  { unique = false } = {},
): Promise<void> {
  failpoint('migrate.step');
  const name = indexName(unique ? 'uq' : 'ix', table, on);
  if (!(await hasIndex(runner, table, name))) return;
  await runner.query(`DROP INDEX \`${name}\`${dialectOf(runner).name === 'mysql' ? ` ON \`${table}\`` : ''}`);
}

const hasIndex = async (runner: QueryRunner, table: string, name: string): Promise<boolean> =>
  (await tableNow(runner, table))?.indices.some((each) => each.name === `${prefixOf(runner)}${name}`) ?? false;

/**
 * Adds nullable columns, frozen in a migration, to a table. Safe to repeat like `createTable`: columns that are there
 * already stay.
 */
export async function addColumns(
  runner: QueryRunner,
  table: string,
  columns: Readonly<Record<string, ColumnSpec>>,
): Promise<void> {
  failpoint('migrate.step');
  const dialect = dialectOf(runner);
  const there = await tableNow(runner, table);
  for (const [property, spec] of Object.entries(columns)) {
    const name = snakeCase(property);
    if (there?.findColumnByName(name)) continue;
    await runner.query(`ALTER TABLE \`${table}\` ADD COLUMN \`${name}\` ${dialect.columnType(spec)} NULL`);
  }
}

/** Takes columns, frozen in a migration, from a table. Safe to repeat: those that are gone already stay gone. */
export async function dropColumns(runner: QueryRunner, table: string, properties: readonly string[]): Promise<void> {
  failpoint('migrate.step');
  const there = await tableNow(runner, table);
  for (const name of properties.map(snakeCase))
    if (there?.findColumnByName(name)) await runner.query(`ALTER TABLE \`${table}\` DROP COLUMN \`${name}\``);
}

/** Lets a column, frozen in a migration, be empty. Safe to repeat: one that may be already stays as it is. */
export async function allowNull(runner: QueryRunner, table: string, property: string, spec: ColumnSpec): Promise<void> {
  failpoint('migrate.step');
  const name = snakeCase(property);
  const there = await tableNow(runner, table);
  const before = there?.findColumnByName(name);
  if (!there || !before || before.isNullable) return;
  const dialect = dialectOf(runner);
  if (dialect.name === 'mysql') {
    await runner.query(`ALTER TABLE \`${table}\` MODIFY COLUMN \`${name}\` ${dialect.columnType(spec)} NULL`);
    return;
  }
  // SQLite alters no column: the table is copied into one that has it so.
  const after = before.clone();
  after.isNullable = true;
  await runner.changeColumn(there, before, after);
}

/** Gives a column, frozen in a migration, another name. Safe to repeat: one that has it already keeps it. */
export async function renameColumn(runner: QueryRunner, table: string, from: string, to: string): Promise<void> {
  failpoint('migrate.step');
  const there = await tableNow(runner, table);
  if (!there?.findColumnByName(snakeCase(from))) return;
  await runner.query(`ALTER TABLE \`${table}\` RENAME COLUMN \`${snakeCase(from)}\` TO \`${snakeCase(to)}\``);
}
