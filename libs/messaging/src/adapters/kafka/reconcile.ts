import type { Admin, Kafka } from 'kafkajs';
import { SERVICES, STREAMS, type ServiceName } from '#contracts';
import { toEnvelope } from '../../codec.js';
import { readerGroup } from '../../group-of.js';
import type { MessagingOptions } from '../../options.js';
import type { ConsumedRecord, EventRecord } from '../../ports.js';
import { commitOffsets } from './commit-offsets.js';
import { kafkaClient } from './kafka-client.js';
import { KafkaProducer } from './kafka-producer.js';
import { truncate } from './kafka-topics.js';
import { refuseMembers } from './rewind.js';
import { readStretches, stretchesOf, type Stretch } from './topic-reader.js';

/** Answers which of these events a service's database says it has published, by their ids. */
export type Published = (service: ServiceName, subjects: readonly string[]) => Promise<ReadonlySet<string>>;

/** What was found on the topics, in records: an event that a relay sent twice counts twice. */
export interface Reconciled {
  /** Of events that their publisher knows of; they stand on the topics. */
  readonly kept: number;
  /** Of events that no database knows of any more; nobody will read them again. */
  readonly cut: number;
}

/** How to go over the topics of a deployment after its databases were restored. */
export interface ReconcileOptions {
  /** Streams are looked at from here on: somewhat before the moment that the databases show. */
  readonly since: Date;
  readonly published: Published;
  /** Gets each event that is cut, before it is. */
  readonly onCut: (record: ConsumedRecord) => void;
  readonly dryRun?: boolean;
}

/** @throws GroupAtWork when a process of a service reads the topics */
export async function refuseReaders(options: MessagingOptions, services: readonly ServiceName[]): Promise<void> {
  const admin = kafkaClient(options, { quiet: true }).admin();
  await admin.connect();
  try {
    for (const service of services) {
      const { groupId, topics } = readerGroup(options.topicPrefix, service);
      if (topics.length > 0) await refuseMembers(admin, groupId);
    }
  } finally {
    await admin.disconnect();
  }
}

/** How many records are on the topics, since an instant, of a service's events that its database does not know of. */
export async function unknownEvents(
  options: MessagingOptions,
  service: ServiceName,
  { since, published }: Pick<ReconcileOptions, 'since' | 'published'>,
): Promise<number> {
  const kafka = kafkaClient(options);
  const admin = kafka.admin();
  await admin.connect();
  try {
    let unknown = 0;
    const stretches: Stretch[] = [];
    for (const { name } of STREAMS)
      stretches.push(...(await stretchesOf(admin, `${options.topicPrefix}${name}`, since)));
    await readStretches(kafka, admin, stretches, async (records) => {
      const own = records.filter((record) => toEnvelope(record)?.source === service);
      unknown += (await split(own, published)).cut.length;
    });
    return unknown;
  } finally {
    await admin.disconnect();
  }
}

/**
 * After all databases were restored to one moment: makes the topics hold what these databases have published, and nothing
 * that only the lost ones knew, for its numbers will be given again. What is known is sent once more, behind everything; then
 * groups begin there, and what lies before is deleted. Safe to repeat after a crash at any step.
 */
export async function reconcileTopics(options: MessagingOptions, how: ReconcileOptions): Promise<Reconciled> {
  const kafka = kafkaClient(options);
  const admin = kafka.admin();
  const producer = new KafkaProducer(kafka);
  await admin.connect();
  try {
    await producer.connect();
    const stretches: Stretch[] = [];
    for (const { name, compacted } of STREAMS) {
      // Of a compacted topic all is looked at: the newest known state of each key must stay.
      stretches.push(...(await stretchesOf(admin, `${options.topicPrefix}${name}`, compacted ? undefined : how.since)));
    }
    const sum = await sendKnownAgain(kafka, admin, producer, stretches, how);
    if (!how.dryRun) await beginBehind(options, kafka, admin, stretches);
    return sum;
  } finally {
    await producer.disconnect();
    await admin.disconnect();
  }
}

async function sendKnownAgain(
  kafka: Kafka,
  admin: Admin,
  producer: KafkaProducer,
  stretches: readonly Stretch[],
  { published, onCut, dryRun }: ReconcileOptions,
): Promise<Reconciled> {
  const sum = { kept: 0, cut: 0 };
  await readStretches(kafka, admin, stretches, async (records) => {
    const { kept, cut } = await split(records, published);
    cut.forEach(onCut);
    sum.kept += kept.length;
    sum.cut += cut.length;
    if (!dryRun && kept.length > 0) await producer.sendBatch(kept.map(plain));
  });
  return sum;
}

const plain = ({ topic, key, value, headers }: ConsumedRecord): EventRecord => ({ topic, key, value, headers });

/** Groups begin behind these stretches, and what lies before is deleted. */
async function beginBehind(
  options: MessagingOptions,
  kafka: Kafka,
  admin: Admin,
  stretches: readonly Stretch[],
): Promise<void> {
  const ends = stretches.map(({ topic, partition, end: offset }) => ({ topic, partition, offset }));
  for (const service of SERVICES) {
    const { groupId, topics } = readerGroup(options.topicPrefix, service);
    await commitOffsets(
      kafka,
      groupId,
      ends.filter(({ topic }) => topics.includes(topic)),
    );
  }
  for (const { name, compacted } of STREAMS) {
    const topic = `${options.topicPrefix}${name}`;
    const partitions = ends.filter((one) => one.topic === topic);
    await truncate(admin, topic, partitions, compacted);
  }
}

/** Records that are no events of ours are kept: readers know what to do with those. */
async function split(
  records: readonly ConsumedRecord[],
  published: Published,
): Promise<{ kept: ConsumedRecord[]; cut: ConsumedRecord[] }> {
  const known = new Set<string>();
  for (const service of SERVICES) {
    const subjects = records.map(toEnvelope).flatMap((one) => (one?.source === service ? [one.subject] : []));
    if (subjects.length === 0) continue;
    for (const id of await published(service, [...new Set(subjects)])) known.add(id);
  }
  const isKept = (record: ConsumedRecord): boolean => {
    const envelope = toEnvelope(record);
    return !envelope || !SERVICES.some((name) => name === envelope.source) || known.has(envelope.id);
  };
  return { kept: records.filter(isKept), cut: records.filter((record) => !isKept(record)) };
}
