import { addColumns, column, placeholders, type QueryRunner } from '#persistence';
import type { CursorRow } from '../tables.js';

/** In place of a number: something of the source is parked, and its cursor has a row of its own. */
export const PARKED = 'parked';

/** How far a consumer has come with the events about an aggregate, by source. */
export type Seen = Readonly<Record<string, number | typeof PARKED>>;

/** A row that a consumer writes anyway with an aggregate's events: it has the aggregate's id, and keeps what was seen of it. */
export interface SeenRow {
  readonly id: string;
  version: number;
  /** Absent while cursors in rows of their own say it. */
  seen?: Seen;
}

/** The column of {@link SeenRow.seen}. */
export const seenColumn = column.json().nullable();

/** Whether a row tells all about the cursors of its aggregate. */
export const tellsAll = ({ seen }: SeenRow): boolean => seen !== undefined && !Object.values(seen).includes(PARKED);

/** What a row of a table keeps, as a cursor or as the mark of one. */
export const markOf = ({ lastSeq, parked }: Pick<CursorRow, 'lastSeq' | 'parked'>): number | typeof PARKED =>
  parked ? PARKED : lastSeq;

/** Rows per statement. */
const CHUNK = 200;

/**
 * Gives a table the column, and takes the cursors over that had rows of their own. Frozen: services call it in a migration.
 * Safe to repeat like {@link addColumns}: rows that have it already keep it.
 */
export async function moveCursorsInto(runner: QueryRunner, table: string): Promise<void> {
  await addColumns(runner, table, { seen: column.json().nullable() });
  for (let after: string | undefined = ''; after !== undefined;) after = await moveSome(runner, table, after);
  await runner.query(
    `DELETE FROM \`stream_cursor\` WHERE \`parked\` = 0 AND \`aggregate_id\` IN (SELECT \`id\` FROM \`${table}\`)`,
  );
}

/** Answers the last id it came to, if there may be more. */
async function moveSome(runner: QueryRunner, table: string, after: string): Promise<string | undefined> {
  const ids = (
    (await runner.query(
      `SELECT DISTINCT c.\`aggregate_id\` AS id FROM \`stream_cursor\` c JOIN \`${table}\` t ON t.\`id\` = c.\`aggregate_id\` ` +
        `WHERE t.\`seen\` IS NULL AND c.\`aggregate_id\` > ? ORDER BY c.\`aggregate_id\` LIMIT ${CHUNK}`,
      [after],
    )) as { id: string }[]
  ).map(({ id }) => id);
  if (ids.length === 0) return undefined;
  const cursors = (await runner.query(
    'SELECT `aggregate_id` AS id, `source`, `last_seq` AS seq, `parked` FROM `stream_cursor` ' +
      `WHERE \`aggregate_id\` IN (${placeholders(ids.length)})`,
    ids,
  )) as { id: string; source: string; seq: number; parked: number }[];
  const seen = new Map<string, Record<string, number | string>>(ids.map((id) => [id, {}]));
  for (const { id, source, seq, parked } of cursors)
    Object.assign(seen.get(id) ?? {}, { [source]: Number(parked) === 1 ? 'parked' : Number(seq) });
  await runner.query(
    `UPDATE \`${table}\` SET \`seen\` = CASE \`id\`${' WHEN ? THEN ?'.repeat(ids.length)} END ` +
      `WHERE \`id\` IN (${placeholders(ids.length)})`,
    [...[...seen].flatMap(([id, each]) => [id, JSON.stringify(each)]), ...ids],
  );
  return ids.at(-1);
}
