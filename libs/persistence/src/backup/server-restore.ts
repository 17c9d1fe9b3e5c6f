import { createConnection, type Connection } from 'mysql2/promise';
import type { DatabaseOptions } from '../connections.js';
import { migrate } from '../migrate.js';
import { migrationNames } from '../schema-version.js';
import type { ServiceSchema } from '../schema.js';
import { isHead, MIGRATIONS_TABLE, type CopiedRow, type CopiedRows, type RowCounts } from './rows.js';

/** Rows per statement, and characters at which it is sent before that. */
const MOST = { rows: 500, characters: 1_000_000 };

/** Where rows are put before they take the place of what was there. */
const beside = (schema: ServiceSchema): ServiceSchema => ({ ...schema, service: `${schema.service}_restoring` });
/** Where what was there goes, until it is deleted. */
const REPLACED = '_replaced';

/** Databases that are being restored, beside the ones that services use. */
export class ServerRestore {
  private constructor(
    private readonly connection: Connection,
    private readonly options: DatabaseOptions,
  ) {}

  static async open(options: DatabaseOptions): Promise<ServerRestore> {
    const { host, port, user, password } = options;
    const connection = await createConnection({
      host,
      port,
      user,
      password,
      connectTimeout: 3000,
      charset: 'utf8mb4_bin',
    });
    return new ServerRestore(connection, options);
  }

  /** Whether a service's database has tables. */
  async isFilled({ service }: ServiceSchema): Promise<boolean> {
    return (await this.tables(service)).length > 0;
  }

  /** The process that sends for a service right now, if there is one. */
  async sender({ service }: ServiceSchema): Promise<string | undefined> {
    if (!(await this.tables(service)).includes('relay_lease')) return undefined;
    const [rows] = await this.connection.query(
      `SELECT \`owner\` FROM \`${this.database(service)}\`.\`relay_lease\` ` +
        'WHERE `expires_at` > ROUND(UNIX_TIMESTAMP(NOW(3)) * 1000)',
    );
    return (rows as { owner: string }[])[0]?.owner;
  }

  /** Fills a database beside the one in use, with the tables as these migrations made them; answers how many rows it got. */
  async fill(schema: ServiceSchema, migrations: readonly string[], rows: CopiedRows): Promise<RowCounts> {
    const shadow = beside(schema);
    await this.drop(shadow.service);
    const known = migrationNames(schema);
    const then = schema.migrations.filter((_each, at) => migrations.includes(known[at] ?? ''));
    // No service works there: its user gets the rights when the tables are in their place.
    await migrate({ ...shadow, migrations: then }, { ...this.options, serviceUser: undefined });
    await this.connection.query(`USE \`${this.database(shadow.service)}\``);
    for (const table of await this.tables(shadow.service))
      if (table !== MIGRATIONS_TABLE) await this.connection.query(`DELETE FROM \`${table}\``);
    await this.connection.query('SET autocommit = 0');
    try {
      return await this.insert(rows);
    } finally {
      await this.connection.query('COMMIT');
      await this.connection.query('SET autocommit = 1');
    }
  }

  /** Which of these audited acts (event ids) of these subjects the filled database knows. */
  async known(schema: ServiceSchema, subjects: readonly string[]): Promise<Set<string>> {
    const [rows] = await this.connection.query(
      `SELECT a.\`object\` FROM \`${this.database(beside(schema).service)}\`.\`audit_entry\` a WHERE a.\`subject\` IN (?)`,
      [subjects],
    );
    return new Set((rows as { object: string }[]).map(({ object }) => object));
  }

  /** Puts what was filled in the place of what was there, for all of these services in one statement, whole or not at all. */
  async swap(schemas: readonly ServiceSchema[]): Promise<void> {
    const renamed: string[] = [];
    for (const schema of schemas) {
      const { service } = schema;
      await this.create(service);
      await this.create(`${service}${REPLACED}`);
      const move = (from: string, to: string) => (table: string) =>
        renamed.push(`\`${this.database(from)}\`.\`${table}\` TO \`${this.database(to)}\`.\`${table}\``);
      (await this.tables(service)).forEach(move(service, `${service}${REPLACED}`));
      (await this.tables(beside(schema).service)).forEach(move(beside(schema).service, service));
    }
    await this.connection.query(`RENAME TABLE ${renamed.join(', ')}`);
    await this.clear(schemas);
  }

  /** Deletes what lies beside the databases in use. */
  async clear(schemas: readonly ServiceSchema[]): Promise<void> {
    for (const schema of schemas) {
      await this.drop(beside(schema).service);
      await this.drop(`${schema.service}${REPLACED}`);
    }
  }

  async close(): Promise<void> {
    await this.connection.end();
  }

  private async insert(rows: CopiedRows): Promise<RowCounts> {
    const counts: RowCounts = {};
    let head = '';
    let table = '';
    let held: CopiedRow[] = [];
    let characters = 0;
    const flush = async (): Promise<void> => {
      if (held.length === 0) return;
      await this.connection.query(head, [held]);
      await this.connection.query('COMMIT');
      counts[table] = (counts[table] ?? 0) + held.length;
      [held, characters] = [[], 0];
    };
    for await (const line of rows) {
      if (isHead(line)) {
        await flush();
        ({ table } = line);
        counts[table] = 0;
        head = `INSERT INTO \`${table}\` (${line.columns.map((column) => `\`${column}\``).join(', ')}) VALUES ?`;
        continue;
      }
      held.push(line);
      characters += line.reduce((sum, value) => sum + (value?.length ?? 4), 0);
      if (held.length >= MOST.rows || characters >= MOST.characters) await flush();
    }
    await flush();
    return counts;
  }

  private async tables(service: string): Promise<string[]> {
    const [rows] = await this.connection.query(
      'SELECT t.`TABLE_NAME` AS name FROM `information_schema`.`TABLES` t WHERE t.`TABLE_SCHEMA` = ?',
      [this.database(service)],
    );
    return (rows as { name: string }[]).map(({ name }) => name);
  }

  private async create(service: string): Promise<void> {
    await this.connection.query(
      `CREATE DATABASE IF NOT EXISTS \`${this.database(service)}\` CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`,
    );
  }

  private async drop(service: string): Promise<void> {
    await this.connection.query(`DROP DATABASE IF EXISTS \`${this.database(service)}\``);
  }

  private database(service: string): string {
    return `${this.options.prefix}${service}`;
  }
}
