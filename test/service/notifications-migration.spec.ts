import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { column, defineTable, migrate, type ServiceSchema, type TableDef } from '#persistence';
import { newId } from '#platform';
import { openTestDatabase, testProfile, type TestDatabase } from '#testing';
import { FeedRepository } from '../../apps/notifications/src/outbound/database/feed.repository.js';
import { shapes } from '../../apps/notifications/src/outbound/database/migrations/1790000000000-create-notifications.js';
import { notificationsSchema } from '../../apps/notifications/src/outbound/database/notifications.schema.js';
import { feed, notices, type NoticeRow } from '../../apps/notifications/src/outbound/database/tables.js';

interface OldEntry {
  audience: string;
  seq: number;
  type: string;
  incidentId?: string;
  data: string;
  at: Date;
}

const oldEntries = defineTable<OldEntry>('feed_entry', shapes.feedEntry.columns, shapes.feedEntry.keys);
const oldHeads = defineTable<{ audience: string; lastSeq: number }>(
  'feed_head',
  { audience: column.text(120), lastSeq: column.bigint() },
  shapes.feedHead.keys,
);
/** The service as 0.1.0 had it. */
const before: ServiceSchema = {
  service: 'notifications',
  tables: [oldEntries, oldHeads, notices] as unknown as TableDef<never>[],
  migrations: notificationsSchema.migrations.slice(0, 2),
};
const at = new Date('2026-11-30T01:02:03.456Z');

describe(`a feed of 0.1.0 on ${testProfile()}`, () => {
  let test: TestDatabase;
  beforeEach(async () => {
    test = await openTestDatabase(before);
  });
  afterEach(() => test.drop());

  const event = (seq: number, incidentId: string) => ({ seq, incidentId, eventId: newId(), type: 'case.filed.v1', at });
  const data = ({ eventId }: { eventId: string }) =>
    JSON.stringify({ eventId, source: 'cases', version: 1, occurredAt: '2026-11-30T01:00:00.000Z' });

  it('becomes one row per event under the numbers that operators knew, and goes on', async () => {
    const { database, options } = test;
    const incident = newId();
    // More than a page of notices, after entries that were forgotten.
    const events = Array.from({ length: 450 }, (_, n) => event(n + 11, n % 2 === 0 ? incident : newId()));
    const told = events.filter(({ incidentId }) => incidentId === incident);
    const stored = told.map(({ eventId }, n): NoticeRow => {
      const common = { template: 'case_filed', templateVersion: 1, text: { zh: '一', en: 'a' }, createdAt: at };
      const audience = 'enterprise:e1';
      const own = { id: newId(), incidentId: incident, eventId, number: 'JQ1', position: n + 1 };
      return { ...common, ...own, audience, visibleTo: audience, deliveredAt: at };
    });
    const copies = events.flatMap((each) =>
      ['operators', 'unit:PS01'].map((audience) => ({ ...each, audience, data: data(each) })),
    );
    const ofNotices = stored.map((_row, n) => ({
      ...event(n + 1, incident),
      audience: 'enterprise:e1',
      type: 'notice.delivered.v1',
      data: '{"noticeId":"x"}',
    }));
    await database.write(async () => {
      await database.insert(oldEntries, [
        ...copies,
        ...ofNotices,
        { ...event(461, ''), incidentId: undefined, audience: 'operators', data: '{}' },
      ]);
      await database.insert(oldHeads, [
        { audience: 'operators', lastSeq: 461 },
        { audience: 'unit:PS01', lastSeq: 460 },
        { audience: 'enterprise:e1', lastSeq: 225 },
      ]);
      await database.insert(notices, stored);
    });
    await migrate(notificationsSchema, options);
    await migrate(notificationsSchema, options);

    const now = await test.another();
    const kept = await now.rows(feed, 'ORDER BY `seq`');
    expect(kept.map(({ seq }) => seq)).toEqual(Array.from({ length: 451 }, (_, n) => n + 11));
    expect(kept[0]).toEqual({
      seq: 11,
      incidentId: incident,
      type: 'case.filed.v1',
      audiences: ['operators'],
      data: data(events[0] ?? { eventId: '' }),
      at,
      noticeTo: 'enterprise:e1',
      notice: JSON.stringify({
        noticeId: stored[0]?.id,
        incidentId: incident,
        number: 'JQ1',
        step: 'case_filed',
        position: 1,
        at: '2026-11-30T01:00:00.000Z',
      }),
    });
    expect(kept.filter(({ notice }) => notice !== undefined).map(({ seq }) => seq)).toEqual(told.map(({ seq }) => seq));
    expect(await now.rows(notices, '')).toHaveLength(225);
    await expect(now.query('SELECT 1 FROM `feed_entry`')).rejects.toThrow();

    const repository = new FeedRepository(now);
    await now.write(() => Promise.resolve(repository.add({ audiences: ['operators'], type: 't.v1', data: '{}', at })));
    expect(await repository.head()).toBe(462);
  });

  it('of nothing becomes an empty one', async () => {
    await migrate(notificationsSchema, test.options);
    const now = await test.another();
    expect(await now.rows(feed, '')).toEqual([]);
    expect(await new FeedRepository(now).head()).toBe(0);
  });
});
