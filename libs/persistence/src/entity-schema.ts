import { EntitySchema, type EntitySchemaColumnOptions } from 'typeorm';
import type { Dialect } from './dialect.js';
import { indexName, type ColumnSpec, type TableDef } from './table.js';

/** TypeORM's view of a table in one dialect; the drift check compares it with the migrated database. */
export function entitySchema(table: TableDef<never>, dialect: Dialect): EntitySchema {
  const { keys, name } = table;
  const columns = table.columns.map(({ property, name: db, spec }): [string, EntitySchemaColumnOptions] => [
    property,
    { name: db, nullable: spec.optional, primary: keys.primary.includes(property), ...schemaType(spec, dialect) },
  ]);
  const indices = [
    ...(keys.unique ?? []).map((on) => ({ name: indexName('uq', name, on), columns: [...on], unique: true })),
    ...(keys.index ?? []).map((on) => ({ name: indexName('ix', name, on), columns: [...on], unique: false })),
  ];
  return new EntitySchema({ name, tableName: name, columns: Object.fromEntries(columns), indices });
}

function schemaType(column: ColumnSpec, dialect: Dialect): EntitySchemaColumnOptions {
  const onMysql = dialect.name === 'mysql';
  switch (column.kind) {
    case 'id':
      return {
        type: 'varchar',
        length: column.length,
        ...(onMysql && { charset: 'ascii', collation: 'ascii_bin' }),
      };
    case 'text':
      return { type: 'varchar', length: column.length };
    case 'long':
    case 'json':
      return { type: onMysql ? 'longtext' : 'text' };
    case 'int':
      return { type: onMysql ? 'int' : 'integer' };
    case 'bigint':
      return { type: 'bigint' };
    case 'double':
      return { type: 'double' };
    case 'bool':
      return { type: 'tinyint' };
    case 'time':
      return { type: 'datetime', ...(onMysql && { precision: 3 }) };
    case 'seq':
      return { type: onMysql ? 'bigint' : 'integer', generated: 'increment' };
  }
}
