import type { Database } from './database.js';
import { sqlTime, type TableDef } from './table.js';

/** Rows deleted per transaction, so that writers never wait long. */
const SLICE = 2000;

/**
 * Deletes the rows of a table whose time lies before an instant, oldest first and in slices; answers how many. Rows of one
 * instant leave together, also when they are more than a slice. The time needs an index.
 */
export async function sweep<Row>(
  database: Database,
  table: TableDef<Row>,
  time: keyof Row & string,
  before: Date,
  slice = SLICE,
): Promise<number> {
  const [name, at] = [table.name, table.nameOf(time)];
  let total = 0;
  for (let more = true; more;) {
    const [border] = await database.query<{ border: string }>(
      `SELECT \`${at}\` AS border FROM \`${name}\` WHERE \`${at}\` < ? ORDER BY \`${at}\` LIMIT 1 OFFSET ${slice}`,
      [sqlTime(before)],
    );
    // The border goes as well: one that nothing lies before would be found again for ever.
    const [until, compare] = border ? [String(border.border), '<='] : [sqlTime(before), '<'];
    total += await database.write(() =>
      database.execute(`DELETE FROM \`${name}\` WHERE \`${at}\` ${compare} ?`, [until]),
    );
    more = border !== undefined;
  }
  return total;
}
