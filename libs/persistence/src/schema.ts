import type { MigrationInterface, QueryRunner, Table } from 'typeorm';
import { mysql, sqlite, type Dialect } from './dialect.js';
import { failpoint } from './failpoint.js';
import { indexName, snakeCase, type ColumnSpec, type TableDef, type TableKeys } from './table.js';

/** Everything one service keeps in its own database: nobody else reads or writes it. */
export interface ServiceSchema {
  readonly service: string;
  readonly tables: readonly TableDef<never>[];
  /** Oldest first, forward only. */
  readonly migrations: readonly (new () => MigrationInterface)[];
}

/** The dialect that a query runner talks to. */
export const dialectOf = (runner: QueryRunner): Dialect =>
  runner.connection.options.type === 'better-sqlite3' ? sqlite : mysql;

/**
 * Creates a table from columns and keys frozen in a migration. Safe to repeat: a migration that was killed half-way
 * (MySQL commits each statement of a schema change) is simply run again.
 */
export async function createTable(
  runner: QueryRunner,
  name: string,
  columns: Readonly<Record<string, ColumnSpec>>,
  keys: TableKeys,
): Promise<void> {
  failpoint('migrate.step');
  const dialect = dialectOf(runner);
  const list = (properties: readonly string[]) => properties.map((property) => `\`${snakeCase(property)}\``).join(', ');
  const serial = Object.values(columns).some(({ kind }) => kind === 'seq');
  const lines = Object.entries(columns).map(
    ([property, spec]) =>
      `\`${snakeCase(property)}\` ${dialect.columnType(spec)}${spec.optional ? ' NULL' : ' NOT NULL'}`,
  );
  if (!(serial && dialect.name === 'sqlite')) lines.push(`PRIMARY KEY (${list(keys.primary)})`);
  const indices = [
    ...(keys.unique ?? []).map((on) => ({ on, unique: 'UNIQUE ', name: indexName('uq', name, on) })),
    ...(keys.index ?? []).map((on) => ({ on, unique: '', name: indexName('ix', name, on) })),
  ];
  if (dialect.name === 'mysql') {
    lines.push(...indices.map((index) => `${index.unique}KEY \`${index.name}\` (${list(index.on)})`));
  }
  const suffix = keys.inKeyOrder ? dialect.keyOrderSuffix : dialect.tableSuffix;
  const create = `CREATE TABLE IF NOT EXISTS \`${name}\` (${lines.join(', ')})${suffix}`;
  // SQLite keeps the text of the statement, and TypeORM finds an auto-incremented column in it only between double quotes.
  await runner.query(dialect.name === 'sqlite' ? create.replaceAll('`', '"') : create);
  if (dialect.name === 'mysql') return;
  for (const index of indices) {
    await runner.query(
      `CREATE ${index.unique}INDEX IF NOT EXISTS \`${index.name}\` ON \`${name}\` (${list(index.on)})`,
    );
  }
}

/** What stands before the names of tables and indices in the database that a runner talks to. */
const prefixOf = (runner: QueryRunner): string => runner.connection.options.entityPrefix ?? '';

/** A table as it stands in the middle of a migration; undefined when there is none. */
export const tableNow = (runner: QueryRunner, name: string): Promise<Table | undefined> =>
  runner.getTable(`${prefixOf(runner)}${name}`);

/** Deletes a table with all that is in it, if it is there. */
export async function dropTable(runner: QueryRunner, name: string): Promise<void> {
  failpoint('migrate.step');
  await runner.query(`DROP TABLE IF EXISTS \`${name}\``);
}

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
 * Adds nullable columns, frozen in a migration, to a table. Safe to repeat like {@link createTable}: columns that are there
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
