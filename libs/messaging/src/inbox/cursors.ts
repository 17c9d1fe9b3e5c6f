import {
  Aggregates,
  isDuplicateKey,
  LostRace,
  placeholders,
  sqlTime,
  type Database,
  type SqlParam,
  type TableDef,
} from '#persistence';
import { cursorTable, type CursorRow } from '../tables.js';
import { markOf, PARKED, tellsAll, type SeenRow } from './seen.js';

type Place = Pick<CursorRow, 'lastSeq' | 'parked'>;

interface Held {
  readonly cursor: CursorRow;
  /** As read. */
  readonly before: Place;
  /** It was read from a row of its own. */
  readonly alone: boolean;
}

/** Whose cursors they are, and where they are kept. */
export interface CursorHome {
  readonly consumer: string;
  /** The table whose rows keep what was seen of their aggregates, where the consumer has one. */
  readonly seenIn?: TableDef<SeenRow>;
  /**
   * Where events come by a way that loses, repeats and reorders nothing, a cursor says what everybody knows: it is
   * implied, and kept only while something of its stream is parked.
   */
  readonly implied?: boolean;
}

/**
 * The cursors of one unit of work. They are written first of all at its end, guarded by what was read: a consumer that no
 * longer owns the partition loses here, and nothing of its work stays.
 *
 * What was seen of an aggregate lies in the row that the consumer writes for it anyway, guarded by that row's version and
 * key. A row of its own (`stream_cursor`) has a cursor while there is no such row, and while something is parked.
 */
export class Cursors {
  private readonly held = new Map<string, Held>();

  private constructor(
    private readonly database: Database,
    private readonly home: CursorHome,
    private readonly rows: Aggregates<SeenRow> | undefined,
  ) {}

  /** Reads the cursors of these aggregates, of all sources. */
  static async load(database: Database, home: CursorHome, aggregateIds: readonly string[]): Promise<Cursors> {
    const { seenIn, implied } = home;
    const rows = seenIn && !implied ? new Aggregates(database, seenIn, () => new LostRace(seenIn.name)) : undefined;
    const cursors = new Cursors(database, home, rows);
    database.unit.beforeCommit('state', () => cursors.flush());
    rows?.writeFirst();
    if (aggregateIds.length > 0) await cursors.read(aggregateIds);
    return cursors;
  }

  /** The cursor of a source and aggregate. A new one starts at 0, an implied one just before the event that has come. */
  of(source: string, aggregateId: string, sequence = 1): CursorRow {
    const known = this.held.get(key(source, aggregateId));
    if (known) return known.cursor;
    const place = { lastSeq: this.home.implied ? sequence - 1 : 0, parked: false };
    return this.hold(source, aggregateId, place, false);
  }

  private hold(source: string, aggregateId: string, { lastSeq, parked }: Place, alone: boolean): CursorRow {
    const { consumer } = this.home;
    const cursor = { consumer, source, aggregateId, lastSeq, parked, updatedAt: new Date() };
    this.held.set(key(source, aggregateId), { cursor, before: { lastSeq, parked }, alone });
    return cursor;
  }

  private async read(aggregateIds: readonly string[]): Promise<void> {
    const seen = (await this.rows?.findMany(aggregateIds)) ?? [];
    for (const row of seen) {
      for (const [source, mark] of Object.entries(row.seen ?? {}))
        if (mark !== PARKED) this.hold(source, row.id, { lastSeq: mark, parked: false }, false);
    }
    const told = new Set(seen.filter(tellsAll).map(({ id }) => id));
    const others = aggregateIds.filter((id) => !told.has(id));
    if (others.length === 0) return;
    const alone = await this.database.rows(
      cursorTable,
      `WHERE \`consumer\` = ? AND \`aggregate_id\` IN (${placeholders(others.length)})`,
      [this.home.consumer, ...others],
    );
    for (const cursor of alone) this.hold(cursor.source, cursor.aggregateId, cursor, true);
  }

  private async flush(): Promise<void> {
    const sorted = [...this.held.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, held]) => held);
    this.keepSeen(sorted);
    const hasRow = ({ cursor }: Held) => cursor.parked || !this.isKeptElsewhere(cursor);
    const moved = sorted.filter((held) => isMoved(held) && hasRow(held));
    await this.insert(moved.filter(({ alone }) => !alone).map(({ cursor }) => cursor));
    await this.update(moved.filter(({ alone }) => alone));
    for (const held of sorted) if (held.alone && !hasRow(held)) await this.forget(held.cursor);
  }

  /** Whether a cursor that is not parked needs no row of its own. */
  private isKeptElsewhere({ aggregateId }: CursorRow): boolean {
    return this.home.implied === true || this.rows?.inHand(aggregateId) !== undefined;
  }

  /** Brings what was seen into the rows of the aggregates. */
  private keepSeen(all: readonly Held[]): void {
    for (const { cursor } of all) {
      const { source, aggregateId } = cursor;
      const row = this.rows?.inHand(aggregateId);
      const mark = markOf(cursor);
      if (!row || (row.seen?.[source] ?? 0) === mark) continue;
      this.rows?.amend(aggregateId, { seen: { ...row.seen, [source]: mark } });
    }
  }

  private async forget({ source, aggregateId }: CursorRow): Promise<void> {
    await this.database.execute(
      'DELETE FROM `stream_cursor` WHERE `consumer` = ? AND `aggregate_id` = ? AND `source` = ?',
      [this.home.consumer, aggregateId, source],
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
    if (moved.length === 0) return;
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
        this.home.consumer,
        ...moved.flatMap(({ cursor, before }) => [
          cursor.aggregateId,
          cursor.source,
          before.lastSeq,
          before.parked ? 1 : 0,
        ]),
      ],
    );
    if (matched !== moved.length) throw new LostRace('stream cursor');
  }
}

const isMoved = ({ before, cursor }: Held): boolean =>
  before.lastSeq !== cursor.lastSeq || before.parked !== cursor.parked;

const key = (source: string, aggregateId: string): string => `${aggregateId}|${source}`;
