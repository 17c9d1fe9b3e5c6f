import { type ColumnSpec } from './table.js';

type ColumnTypes = Readonly<Record<ColumnSpec['kind'], (column: ColumnSpec) => string>>;

const varchar = ({ length }: ColumnSpec): string => `varchar(${length})`;

/** What each kind of column is on MySQL and MariaDB. */
export const MYSQL_TYPES: ColumnTypes = {
  id: (column) => `${varchar(column)} CHARACTER SET ascii COLLATE ascii_bin`,
  text: varchar,
  long: () => 'longtext',
  json: () => 'longtext',
  int: () => 'int',
  bigint: () => 'bigint',
  double: () => 'double',
  bool: () => 'tinyint',
  time: () => 'datetime(3)',
  seq: () => 'bigint AUTO_INCREMENT',
};

/** The same on SQLite. */
export const SQLITE_TYPES: ColumnTypes = {
  id: varchar,
  text: varchar,
  long: () => 'text',
  json: () => 'text',
  int: () => 'integer',
  bigint: () => 'bigint',
  double: () => 'double',
  bool: () => 'tinyint',
  time: () => 'datetime',
  seq: () => 'integer PRIMARY KEY AUTOINCREMENT',
};
