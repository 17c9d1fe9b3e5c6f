import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Database, openConnections, type DatabaseOptions } from '#persistence';
import { SCHEMAS } from '../../../apps/standalone/src/schemas.js';

/** Rows and content of every table, `service.table` → `rows:hash`. */
export type Contents = ReadonlyMap<string, string>;

/** Changes by itself as long as a process lives, or says that somebody was refused. */
const MOVES_BY_ITSELF = new Set(['relay_lease', 'audit_entry', 'audit_checkpoint']);

/** Reads what all services have stored, over connections of its own. */
export class Stores {
  private constructor(
    private readonly databases: readonly { database: Database; service: string; tables: string[] }[],
  ) {}

  static async open(options: DatabaseOptions): Promise<Stores> {
    const databases = await Promise.all(
      SCHEMAS.map(async (schema) => ({
        database: new Database(await openConnections(schema, { ...options, poolSize: 2 })),
        service: schema.service,
        tables: schema.tables.map(({ name }) => name).filter((name) => !MOVES_BY_ITSELF.has(name)),
      })),
    );
    return new Stores(databases);
  }

  /** What is stored now. */
  async contents(): Promise<Contents> {
    const parts = await Promise.all(
      this.databases.map(async ({ database, service, tables }) => {
        const found: [string, string][] = [];
        for (const table of tables)
          found.push([`${service}.${table}`, digest(await database.query(`SELECT * FROM \`${table}\``))]);
        return found;
      }),
    );
    return new Map(parts.flat());
  }

  /** What is stored once nothing moves any more: every event sent, consumed and taken note of. */
  async settled(): Promise<Contents> {
    for (let before = await this.contents(), calm = 0; ;) {
      await sleep(120);
      const now = await this.contents();
      calm = changed(before, now).length === 0 ? calm + 1 : 0;
      if (calm === 4) return now;
      before = now;
    }
  }

  /** Everything in one table, as text. */
  async text(service: string, table: string): Promise<string> {
    const store = this.databases.find((one) => one.service === service);
    return JSON.stringify(await store?.database.query(`SELECT * FROM \`${table}\``));
  }

  async close(): Promise<void> {
    for (const { database } of this.databases) await database.close();
  }
}

/** Tables whose content differs, with their row counts. */
export function changed(before: Contents, after: Contents): string[] {
  return [...after].flatMap(([table, content]) =>
    before.get(table) === content ? [] : [`${table}: ${String(before.get(table))} → ${content}`],
  );
}

function digest(rows: readonly object[]): string {
  const lines = rows.map((row) => JSON.stringify(row)).sort();
  return `${rows.length}:${createHash('sha256').update(lines.join('\n')).digest('hex').slice(0, 12)}`;
}
