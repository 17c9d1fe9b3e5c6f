import type { DataSource } from 'typeorm';
import type { Dialect } from './dialect.js';
import type { SqlParam } from './table.js';

/** Where the databases are. The embedded profile keeps one SQLite file for all services. */
export interface DatabaseOptions {
  readonly profile: 'embedded' | 'cluster';
  /** Folder of the SQLite file. */
  readonly dataDir: string;
  readonly host: string;
  readonly port: number;
  /** Who connects; `{service}` in it stands for the name of the service. */
  readonly user: string;
  readonly password: string;
  /** Whom migrations give the rights that the service needs; absent where it owns its database. Written like `user`. */
  readonly serviceUser?: string;
  /** Database of a service = prefix + service name. */
  readonly prefix: string;
  readonly poolSize: number;
}

/** The user of one service. */
export const userOf = (user: string, { service }: { readonly service: string }): string =>
  user.replaceAll('{service}', service);

/** Nest token of the process's `DatabaseOptions`. */
export const DATABASE_OPTIONS = Symbol('DatabaseOptions');

/** The answer to one statement. */
export interface SqlResult {
  readonly rows: Record<string, unknown>[];
  readonly affected: number;
}

/** One connection, for as long as somebody holds it. */
export interface Session {
  run(sql: string, params: readonly SqlParam[]): Promise<SqlResult>;
  release(): Promise<void>;
}

/** How a dialect hands out the connections of one service. */
export interface Connections {
  readonly service: string;
  readonly dialect: Dialect;
  /** A connection to write through. */
  writer(): Promise<Session>;
  /** This service's part in a transaction of another one; absent where services do not share a writer. */
  within?(): Session;
  /** Reads outside of any unit of work. */
  read(sql: string, params: readonly SqlParam[]): Promise<SqlResult>;
  /** TypeORM's view of the tables, for migrations and the drift check. Nobody else writes meanwhile on SQLite. */
  schemaSource<T>(work: (dataSource: DataSource) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}
