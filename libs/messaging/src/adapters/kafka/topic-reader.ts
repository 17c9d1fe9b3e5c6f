import { randomUUID } from 'node:crypto';
import type { Admin, Consumer, EachBatchPayload, Kafka } from 'kafkajs';
import type { ConsumedRecord } from '../../ports.js';
import { recordsOf } from './kafka-batch.js';

/** A topic that stops growing before its end is reached is a fault; ms. */
const PATIENCE_MS = 60_000;
/** How long a broker may hold an answer back for more to come; whoever leaves waits for it. */
export const SHORT_WAIT_MS = 100;

/** A part of a topic: from an offset up to, but without, another one. */
export interface Stretch {
  readonly topic: string;
  readonly partition: number;
  readonly from: string;
  readonly end: string;
}

/** What a topic holds now, since an instant or from its oldest record on. */
export async function stretchesOf(admin: Admin, topic: string, since?: Date): Promise<Stretch[]> {
  const at = since && (await admin.fetchTopicOffsetsByTimestamp(topic, since.getTime()));
  return (await admin.fetchTopicOffsets(topic)).map(({ partition, low, high }) => {
    const offset = at?.find((one) => one.partition === partition)?.offset ?? low;
    return { topic, partition, from: BigInt(offset) < 0n ? high : offset, end: high };
  });
}

/** Reads stretches to their ends, each partition in order, in a group of its own that is gone afterwards. */
export async function readStretches(
  kafka: Kafka,
  admin: Admin,
  stretches: readonly Stretch[],
  take: (records: ConsumedRecord[]) => Promise<void>,
): Promise<void> {
  const open = stretches.filter(({ from, end }) => BigInt(from) < BigInt(end));
  if (open.length === 0) return;
  const groupId = `qijing-reads-${randomUUID()}`;
  const consumer = kafka.consumer({ groupId, maxWaitTimeInMs: SHORT_WAIT_MS, allowAutoTopicCreation: false });
  await consumer.connect();
  try {
    await consumer.subscribe({ topics: [...new Set(open.map(({ topic }) => topic))], fromBeginning: true });
    await reachEnds(consumer, open, take);
  } finally {
    await consumer.disconnect();
    await admin.deleteGroups([groupId]).catch(() => undefined);
  }
}

/** Runs a consumer until each stretch was taken once, whatever it fetches before it was told where to begin. */
function reachEnds(
  consumer: Consumer,
  open: readonly Stretch[],
  take: (records: ConsumedRecord[]) => Promise<void>,
): Promise<void> {
  const left = new Map(open.map((one) => [placeOf(one), { next: BigInt(one.from), end: BigInt(one.end) }]));
  return new Promise((resolve, reject) => {
    const late = setTimeout(reject, PATIENCE_MS, new Error('the topics could not be read to their end'));
    const eachBatch = async ({ batch }: EachBatchPayload): Promise<void> => {
      const place = left.get(placeOf(batch));
      if (!place) return;
      late.refresh();
      const wanted = ({ offset }: ConsumedRecord) => BigInt(offset) >= place.next && BigInt(offset) < place.end;
      await take(recordsOf(batch).filter(wanted));
      const after = BigInt(batch.lastOffset()) + 1n;
      if (after > place.next) place.next = after;
      if (place.next >= place.end) left.delete(placeOf(batch));
      if (left.size > 0) return;
      clearTimeout(late);
      resolve();
    };
    const begin = async (): Promise<void> => {
      await consumer.run({ autoCommit: false, eachBatch: (batch) => eachBatch(batch).catch(reject) });
      for (const { topic, partition, from } of open) consumer.seek({ topic, partition, offset: from });
    };
    begin().catch(reject);
  });
}

const placeOf = ({ topic, partition }: Pick<Stretch, 'topic' | 'partition'>): string => `${topic}|${partition}`;
