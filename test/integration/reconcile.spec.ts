import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { eventually } from '#testing';
import { reconcileTopics, toEnvelope, unknownEvents, type ConsumedRecord } from '#messaging';
import { auditEntries, placeholders } from '#persistence';
import { Chain, upTo } from './chain-parts.js';

const within = { withinMs: 25_000, everyMs: 50 };

describe('topics after a restore of all databases', () => {
  let chain: Chain;
  const since = new Date(Date.now() - 60_000);
  beforeEach(async () => {
    chain = await Chain.open('cluster');
    await chain.startRelay();
  }, 30_000);
  afterEach(() => chain.close(), 30_000);

  /** What the publisher's database knows: its audit trail names each event. */
  const published = async (_service: string, subjects: readonly string[]): Promise<Set<string>> => {
    const { database } = chain.sender;
    const marks = placeholders(subjects.length);
    const rows = await database.rows(auditEntries, `WHERE \`subject\` IN (${marks})`, [...subjects]);
    return new Set(rows.map(({ object }) => object));
  };

  /** Both databases as they were after two events of each subject. */
  async function restored(): Promise<void> {
    await chain.sender.database.write(() => chain.sender.database.execute('DELETE FROM `audit_entry` WHERE `seq` > 2'));
    await chain.reader.database.write(async () => {
      await chain.reader.database.execute('DELETE FROM `effect` WHERE `sequence` > 1');
      await chain.reader.database.execute('UPDATE `stream_cursor` SET `last_seq` = 1');
    });
  }

  it('hold what the databases have published, and their numbers may be given again', async () => {
    const reader = await chain.startReader();
    await chain.publish(['a', 'b'], 1, 4);
    await eventually(async () => expect(await chain.effects()).toEqual({ a: upTo(4), b: upTo(4) }), within);
    await chain.stopReader(reader);
    await restored();
    expect(await unknownEvents(chain.options, 'intake', { since, published })).toBeGreaterThanOrEqual(4);
    // A relay may have sent an event twice: what is compared are events, and records only with records.
    const cut = new Set<string>();
    const onCut = (record: ConsumedRecord) => {
      const event = toEnvelope(record);
      cut.add(`${event?.subject} ${event?.sequence}`);
    };
    const how = { since, published, onCut };
    const dry = await reconcileTopics(chain.options, { ...how, dryRun: true });
    expect(dry.kept).toBeGreaterThanOrEqual(4);
    cut.clear();
    expect(await reconcileTopics(chain.options, how)).toEqual(dry);
    expect([...cut].sort()).toEqual(['a 3', 'a 4', 'b 3', 'b 4']);
    expect(await unknownEvents(chain.options, 'intake', { since, published })).toBe(0);
    expect(await reconcileTopics(chain.options, how)).toEqual({ kept: dry.kept, cut: 0 });
    await chain.startReader();
    await eventually(async () => expect(await chain.effects()).toEqual({ a: [1, 2], b: [1, 2] }), within);
    await chain.publish(['a', 'b'], 3, 3);
    await eventually(async () => expect(await chain.effects()).toEqual({ a: upTo(3), b: upTo(3) }), within);
  }, 120_000);
});
