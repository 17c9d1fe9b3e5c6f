import { isDuplicateKey, LostRace, placeholders, sqlTime, type Database, type SqlParam } from '#persistence';
import { cursorTable, type CursorRow } from '../tables.js';

interface Held {
  readonly cursor: CursorRow;
  /** As read; undefined for a new one. */
  readonly before?: { readonly lastSeq: number; readonly parked: boolean };
}

/**
 * The cursors of one unit of work. They are written first of all at its end, guarded by what was read: a consumer that no
 * longer owns the partition loses here, and nothing of its work stays.
 *
 * Where events come by a way that loses, repeats and reorders nothing, a cursor says what everybody knows: it is
 * `implied`, and kept only while something of its stream is parked.
 */
export class Cursors {
  private readonly held = new Map<string, Held>();

  private constructor(
    private readonly database: Database,
    private readonly consumer: string,
    readonly implied: boolean,
  ) {}

  /** Reads the cursors of these aggregates, of all sources. */
  static async load(
    database: Database,
    consumer: string,
    aggregateIds: readonly string[],
    implied = false,
  ): Promise<Cursors> {
    const cursors = new Cursors(database, consumer, implied);
    database.unit.beforeCommit('state', () => cursors.flush());
    if (aggregateIds.length === 0) return cursors;
    const rows = await database.rows(
      cursorTable,
      `WHERE \`consumer\` = ? AND \`aggregate_id\` IN (${placeholders(aggregateIds.length)})`,
      [consumer, ...aggregateIds],
    );
    for (const cursor of rows) {
      cursors.held.set(key(cursor.source, cursor.aggregateId), {
        cursor,
        before: { lastSeq: cursor.lastSeq, parked: cursor.parked },
      });
    }
    return cursors;
  }

  /** The cursor of a source and aggregate. A new one starts at 0, an implied one just before the event that has come. */
  of(source: string, aggregateId: string, sequence = 1): CursorRow {
    const known = this.held.get(key(source, aggregateId));
    if (known) return known.cursor;
    const lastSeq = this.implied ? sequence - 1 : 0;
    const cursor = { consumer: this.consumer, source, aggregateId, lastSeq, parked: false, updatedAt: new Date() };
    this.held.set(key(source, aggregateId), { cursor });
    return cursor;
  }

  private async flush(): Promise<void> {
    const sorted = [...this.held.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, held]) => held);
    const needless = ({ cursor }: Held) => this.implied && !cursor.parked;
    const fresh = sorted.filter((held) => !held.before && !needless(held) && isMoved(held));
    const moved = sorted.filter((held) => held.before && !needless(held) && isMoved(held));
    await this.insert(fresh.map(({ cursor }) => cursor));
    if (moved.length > 0) await this.update(moved);
    for (const held of sorted) if (held.before && needless(held)) await this.forget(held.cursor);
  }

  private async forget({ source, aggregateId }: CursorRow): Promise<void> {
    await this.database.execute(
      'DELETE FROM `stream_cursor` WHERE `consumer` = ? AND `aggregate_id` = ? AND `source` = ?',
      [this.consumer, aggregateId, source],
    );
  }

  private async insert(rows: readonly CursorRow[]): Promise<void> {
    try {
      await this.database.insert(cursorTable, rows);
    } catch (error) {
      if (isDuplicateKey(error)) throw new LostRace('stream cursor');
      throw error;
    }
  }

  private async update(moved: readonly Held[]): Promise<void> {
    const which = moved.map(() => 'WHEN `source` = ? AND `aggregate_id` = ? THEN ?').join(' ');
    const per = (value: (cursor: CursorRow) => SqlParam) =>
      moved.flatMap(({ cursor }) => [cursor.source, cursor.aggregateId, value(cursor)]);
    const guard = moved.map(() => '(`aggregate_id` = ? AND `source` = ? AND `last_seq` = ? AND `parked` = ?)');
    const matched = await this.database.execute(
      `UPDATE \`stream_cursor\` SET \`last_seq\` = CASE ${which} ELSE \`last_seq\` END, ` +
        `\`parked\` = CASE ${which} ELSE \`parked\` END, \`updated_at\` = ? ` +
        `WHERE \`consumer\` = ? AND (${guard.join(' OR ')})`,
      [
        ...per(({ lastSeq }) => lastSeq),
        ...per(({ parked }) => (parked ? 1 : 0)),
        sqlTime(new Date()),
        this.consumer,
        ...moved.flatMap(({ cursor, before }) => [
          cursor.aggregateId,
          cursor.source,
          before?.lastSeq ?? 0,
          before?.parked ? 1 : 0,
        ]),
      ],
    );
    if (matched !== moved.length) throw new LostRace('stream cursor');
  }
}

const isMoved = ({ before, cursor }: Held): boolean =>
  (before?.lastSeq ?? 0) !== cursor.lastSeq || (before?.parked ?? false) !== cursor.parked;

const key = (source: string, aggregateId: string): string => `${aggregateId}|${source}`;
