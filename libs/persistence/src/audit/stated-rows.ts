import type { Database } from '../database.js';
import type { SqlParam, TableDef } from '../table.js';
import { sha256Of } from './audit-hash.js';
import type { RowStates } from './audit-tables.js';

const ROWS_PER_READ = 1000;

/**
 * Rows whose content stands in the audit trail as a hash, so that a change past the product is noticed. The properties are
 * frozen: entries of years ago must still fit.
 */
export class StatedRows<Row extends { id: string }> {
  private readonly columns: readonly string[];

  constructor(
    readonly table: TableDef<Row>,
    private readonly properties: readonly (keyof Row & string)[],
  ) {
    this.columns = properties.map((property) => table.nameOf(property));
  }

  /** What an entry says about rows as they are after the act. */
  states(...rows: readonly Row[]): RowStates {
    return Object.fromEntries(rows.map((row) => [this.nameOf(row.id), this.digest(this.table.bind(row))]));
  }

  /**
   * The first row that is not what its last entry says, or is gone; rows that no entry speaks of are passed over. `since` are
   * the hashes that entries stated since the last ones were read.
   */
  async differing(
    database: Database,
    last: ReadonlyMap<string, string>,
    since: () => Promise<ReadonlySet<string>>,
  ): Promise<string | undefined> {
    const missing = new Set([...last.keys()].filter((name) => name.startsWith(this.nameOf(''))));
    const list = ['id', ...this.columns].map((column) => `\`${column}\``).join(', ');
    for (let after = ''; ;) {
      const page = await database.query<Record<string, unknown> & { id: string }>(
        `SELECT ${list} FROM \`${this.table.name}\` WHERE \`id\` > ? ORDER BY \`id\` LIMIT ${ROWS_PER_READ}`,
        [after],
      );
      for (const raw of page) {
        const name = this.nameOf(raw.id);
        missing.delete(name);
        const [stated, digest] = [last.get(name), this.digest(this.table.boundAsRead(raw))];
        if (stated === undefined || stated === digest || (await since()).has(digest)) continue;
        return `${name} was changed`;
      }
      const end = page.at(-1);
      if (!end) return [...missing].map((name) => `${name} is gone`)[0];
      after = end.id;
    }
  }

  private nameOf(id: string): string {
    return `${this.table.name} ${id}`;
  }

  private digest(bound: readonly SqlParam[]): string {
    const { written } = this.table;
    return sha256Of(
      JSON.stringify(this.properties.map((property) => bound[written.findIndex((each) => each.property === property)])),
    );
  }
}
