import { EntitySchema, type EntitySchemaColumnOptions } from 'typeorm';
import type { Dialect } from './dialect.js';
import { indexName, type ColumnSpec, type TableDef } from './table.js';

/**
 * TypeORM's view of a table in one dialect; the drift check compares it with the migrated database. Names of indices belong
 * to the whole file on SQLite: they begin with `prefix` there.
 */
export function entitySchema(table: TableDef<never>, dialect: Dialect, prefix = ''): EntitySchema {
  const { keys, name } = table;
  const columns = table.columns.map(({ property, name: db, spec }): [string, EntitySchemaColumnOptions] => [
    property,
    { name: db, nullable: spec.optional, primary: keys.primary.includes(property), ...schemaType(spec, dialect) },
  ]);
  const indices = [
    ...(keys.unique ?? []).map((on) => ({
      name: `${prefix}${indexName('uq', name, on)}`,
      columns: [...on],
      unique: true,
    })),
    ...(keys.index ?? []).map((on) => ({
      name: `${prefix}${indexName('ix', name, on)}`,
      columns: [...on],
      unique: false,
    })),
  ];
  return new EntitySchema({ name, tableName: name, columns: Object.fromEntries(columns), indices });
}

type SchemaTypes = Readonly<Record<ColumnSpec['kind'], (column: ColumnSpec) => EntitySchemaColumnOptions>>;

const SQLITE: SchemaTypes = {
  id: ({ length }) => ({ type: 'varchar', length }),
  text: ({ length }) => ({ type: 'varchar', length }),
  long: () => ({ type: 'text' }),
  json: () => ({ type: 'text' }),
  int: () => ({ type: 'integer' }),
  bigint: () => ({ type: 'bigint' }),
  double: () => ({ type: 'double' }),
  bool: () => ({ type: 'tinyint' }),
  time: () => ({ type: 'datetime' }),
  seq: () => ({ type: 'integer', generated: 'increment' }),
};

const MYSQL: SchemaTypes = {
  ...SQLITE,
  id: ({ length }) => ({ type: 'varchar', length, charset: 'ascii', collation: 'ascii_bin' }),
  long: () => ({ type: 'longtext' }),
  json: () => ({ type: 'longtext' }),
  int: () => ({ type: 'int' }),
  time: () => ({ type: 'datetime', precision: 3 }),
  seq: () => ({ type: 'bigint', generated: 'increment' }),
};

const schemaType = (column: ColumnSpec, dialect: Dialect): EntitySchemaColumnOptions =>
  (dialect.name === 'mysql' ? MYSQL : SQLITE)[column.kind](column);
