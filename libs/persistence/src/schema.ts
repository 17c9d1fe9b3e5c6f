import type { MigrationInterface, QueryRunner } from 'typeorm';
import type { StatedRows } from './audit/stated-rows.js';
import { mysql, sqlite, type Dialect } from './dialect.js';
import { failpoint } from './failpoint.js';
import { indexName, snakeCase, type ColumnSpec, type TableDef, type TableKeys } from './table.js';

/** Everything one service keeps in its own database: nobody else reads or writes it. */
export interface ServiceSchema {
  readonly service: string;
  readonly tables: readonly TableDef<never>[];
  /** Oldest first, forward only. */
  readonly migrations: readonly (new () => MigrationInterface)[];
  /** Rows whose content stands in the audit trail as a hash. */
  readonly stated?: readonly StatedRows<never>[];
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

/** Deletes a table with all that is in it, if it is there. */
export async function dropTable(runner: QueryRunner, name: string): Promise<void> {
  failpoint('migrate.step');
  await runner.query(`DROP TABLE IF EXISTS \`${name}\``);
}

/** Makes a SQLite file refuse to change or delete the rows of a table. Safe to repeat; on a server rights of users do that. */
export async function refuseChanges(runner: QueryRunner, name: string): Promise<void> {
  failpoint('migrate.step');
  if (dialectOf(runner).name !== 'sqlite') return;
  const table = `${runner.connection.options.entityPrefix ?? ''}${name}`;
  for (const change of ['UPDATE', 'DELETE']) {
    await runner.query(
      `CREATE TRIGGER IF NOT EXISTS \`${table}_no_${change.toLowerCase()}\` BEFORE ${change} ON \`${table}\` ` +
        `BEGIN SELECT RAISE(ABORT, 'rows of ${name} are never changed'); END`,
    );
  }
}
