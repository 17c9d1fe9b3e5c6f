import { Injectable } from '@nestjs/common';
import { Database, isDuplicateKey, LostRace, placeholders, sqlTime } from '#persistence';
import { feedEntries, feedHeads, type FeedEntryRow } from './tables.js';

/** An entry before its place in the feed is known. */
type NewFeedEntry = Omit<FeedEntryRow, 'seq'>;

/** Audiences per statement. */
const AUDIENCES = 500;
/** Entries deleted per transaction, so that writers never wait long. */
const SWEEP_SIZE = 2000;

/**
 * The feed of every audience. The heads are moved first and stay locked until COMMIT, so that commit order is sequence
 * order: whoever reads entry n has seen everything before it.
 */
@Injectable()
export class FeedRepository {
  private listener: (entries: readonly FeedEntryRow[]) => void = () => undefined;

  constructor(private readonly database: Database) {}

  /** Who is told of entries that this process committed. */
  onCommitted(listener: (entries: readonly FeedEntryRow[]) => void): void {
    this.listener = listener;
  }

  /** Adds an entry; all of a unit of work are written together at its end. */
  add(entry: NewFeedEntry): void {
    const { unit } = this.database;
    const collected = unit.local(this, () => {
      const entries: NewFeedEntry[] = [];
      let placed: FeedEntryRow[] = [];
      unit.beforeCommit('guard', async () => {
        placed = await this.place(entries);
        await this.database.insert(feedEntries, placed);
      });
      unit.afterCommit(() => this.listener(placed));
      return entries;
    });
    collected.push(entry);
  }

  /** Entries after a position, oldest first. */
  after(audience: string, seq: number, limit: number): Promise<FeedEntryRow[]> {
    return this.database.rows(feedEntries, 'WHERE `audience` = ? AND `seq` > ? ORDER BY `seq` LIMIT ?', [
      audience,
      seq,
      limit,
    ]);
  }

  /** Where feeds end; audiences that were never told anything are missing. */
  async heads(audiences: readonly string[]): Promise<Map<string, number>> {
    const heads = new Map<string, number>();
    for (let from = 0; from < audiences.length; from += AUDIENCES) {
      const part = audiences.slice(from, from + AUDIENCES);
      const rows = await this.database.rows(feedHeads, `WHERE \`audience\` IN (${placeholders(part.length)})`, part);
      for (const { audience, lastSeq } of rows) heads.set(audience, lastSeq);
    }
    return heads;
  }

  /** Number of the oldest entry that is kept, if there is one. */
  async oldest(audience: string): Promise<number | undefined> {
    const [row] = await this.database.query<{ oldest: number | string | null }>(
      'SELECT MIN(`seq`) AS oldest FROM `feed_entry` WHERE `audience` = ?',
      [audience],
    );
    return row?.oldest === null || row?.oldest === undefined ? undefined : Number(row.oldest);
  }

  /** Deletes entries told before `before`, in slices; answers how many. The heads stay, so numbers never come again. */
  async sweep(before: Date): Promise<number> {
    let total = 0;
    for (let deleted = SWEEP_SIZE; deleted >= SWEEP_SIZE; total += deleted) deleted = await this.sweepSlice(before);
    return total;
  }

  private async sweepSlice(before: Date): Promise<number> {
    const [border] = await this.database.query<{ at: string }>(
      `SELECT \`at\` FROM \`feed_entry\` WHERE \`at\` < ? ORDER BY \`at\` LIMIT 1 OFFSET ${SWEEP_SIZE}`,
      [sqlTime(before)],
    );
    // Entries of one instant leave together: a border that nothing lies before would delete nothing for ever.
    return this.database.write(() =>
      this.database.execute(`DELETE FROM \`feed_entry\` WHERE \`at\` ${border ? '<=' : '<'} ?`, [
        border ? String(border.at) : sqlTime(before),
      ]),
    );
  }

  /** Gives entries their numbers, audience by audience. */
  private async place(entries: readonly NewFeedEntry[]): Promise<FeedEntryRow[]> {
    const byAudience = new Map<string, NewFeedEntry[]>();
    for (const entry of entries) {
      const of = byAudience.get(entry.audience);
      if (of) of.push(entry);
      else byAudience.set(entry.audience, [entry]);
    }
    const sorted = [...byAudience].sort(([a], [b]) => (a < b ? -1 : 1));
    const placed: FeedEntryRow[] = [];
    for (let from = 0; from < sorted.length; from += AUDIENCES) {
      const part = sorted.slice(from, from + AUDIENCES);
      const heads = await this.advance(part.map(([audience, added]) => ({ audience, count: added.length })));
      for (const [audience, added] of part) {
        const first = (heads.get(audience) ?? 0) - added.length + 1;
        placed.push(...added.map((entry, nth) => ({ ...entry, seq: first + nth })));
      }
    }
    return placed;
  }

  /** Moves heads and answers where they are now. The row locks make other writers of the same feeds wait. */
  private async advance(growth: readonly { audience: string; count: number }[]): Promise<Map<string, number>> {
    const audiences = growth.map(({ audience }) => audience);
    const known = await this.database.execute(
      `UPDATE \`feed_head\` SET \`last_seq\` = \`last_seq\` + CASE \`audience\`${' WHEN ? THEN ?'.repeat(growth.length)} ELSE 0 END ` +
        `WHERE \`audience\` IN (${placeholders(growth.length)})`,
      [...growth.flatMap(({ audience, count }) => [audience, count]), ...audiences],
    );
    const heads = known === 0 ? new Map<string, number>() : await this.heads(audiences);
    const fresh = growth.filter(({ audience }) => !heads.has(audience));
    if (fresh.length > 0) await this.begin(fresh);
    for (const { audience, count } of fresh) heads.set(audience, count);
    return heads;
  }

  private async begin(fresh: readonly { audience: string; count: number }[]): Promise<void> {
    try {
      await this.database.insert(
        feedHeads,
        fresh.map(({ audience, count }) => ({ audience, lastSeq: count })),
      );
    } catch (error) {
      if (isDuplicateKey(error)) throw new LostRace('feed head');
      throw error;
    }
  }
}
