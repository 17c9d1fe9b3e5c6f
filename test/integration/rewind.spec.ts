import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import kafkajs from 'kafkajs';
import { INCIDENTS } from '#contracts';
import { GroupAtWork, rewindGroup, type RewoundTopic } from '#messaging';
import { eventually } from '#testing';
import { Chain, upTo } from './chain-parts.js';

const within = { withinMs: 25_000, everyMs: 50 };
const SUBJECTS = ['a', 'b', 'c'];
const again = (topics: readonly RewoundTopic[]) =>
  topics.flatMap(({ partitions }) => partitions).reduce((sum, one) => sum + one.again, 0);

describe('a reader that is rewound', () => {
  let chain: Chain;
  beforeEach(async () => {
    chain = await Chain.open('cluster');
    await chain.startRelay();
  }, 30_000);
  afterEach(() => chain.close(), 30_000);

  const group = () => ({
    groupId: `${chain.topicPrefix}effects`,
    topics: [`${chain.topicPrefix}${INCIDENTS.name}`],
  });
  const all = (count: number) => Object.fromEntries(SUBJECTS.map((subject) => [subject, upTo(count)]));
  const seen = (count: number) => eventually(async () => expect(await chain.effects()).toEqual(all(count)), within);

  /** Stops the reader after it has told the broker how far it came, which it does once a second. */
  async function stopped(reader: Awaited<ReturnType<Chain['startReader']>>): Promise<void> {
    await chain.stopReader(reader);
    const admin = new kafkajs.Kafka({
      brokers: [...chain.options.brokers],
      logLevel: kafkajs.logLevel.NOTHING,
    }).admin();
    await admin.connect();
    const { groupId, topics } = group();
    for (const topic of topics) {
      const ends = await admin.fetchTopicOffsets(topic);
      await admin.setOffsets({
        groupId,
        topic,
        partitions: ends.map(({ partition, high: offset }) => ({ partition, offset })),
      });
    }
    await admin.disconnect();
  }

  /** The reader's database as a backup from after the first event of each subject has it. */
  async function restored(): Promise<void> {
    const { database } = chain.reader;
    await database.write(async () => {
      await database.execute('DELETE FROM `effect` WHERE `sequence` > 1');
      await database.execute('UPDATE `stream_cursor` SET `last_seq` = 1');
    });
  }

  it('gets back everything that its database has lost, once', async () => {
    const reader = await chain.startReader();
    await chain.publish(SUBJECTS, 1, 4);
    await seen(4);
    await stopped(reader);
    await restored();
    const planned = await rewindGroup(chain.options, group(), { dryRun: true });
    expect(again(planned)).toBe(12);
    expect(await rewindGroup(chain.options, group(), {})).toEqual(planned);
    expect(again(await rewindGroup(chain.options, group(), {}))).toBe(0);
    await chain.startReader();
    await seen(4);
    await chain.publish(SUBJECTS, 5, 5);
    await seen(5);
  }, 90_000);

  it('goes back to an instant, and never skips what it has not read', async () => {
    await chain.publish(SUBJECTS, 1, 2);
    const reader = await chain.startReader();
    await seen(2);
    const since = new Date();
    await chain.publish(SUBJECTS, 3, 4);
    await seen(4);
    await stopped(reader);
    await chain.publish(SUBJECTS, 5, 5);
    expect(again(await rewindGroup(chain.options, group(), { to: new Date(Date.now() + 60_000) }))).toBe(0);
    expect(again(await rewindGroup(chain.options, group(), { to: since }))).toBe(6);
    await chain.startReader();
    await seen(5);
  }, 90_000);

  it('is left alone while it works', async () => {
    await chain.startReader();
    await eventually(() => expect(rewindGroup(chain.options, group(), {})).rejects.toThrow(GroupAtWork), within);
  }, 60_000);
});
