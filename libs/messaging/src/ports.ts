import type { EventChain } from './adapters/in-process/event-chain.js';

/** A record as it lies on a topic. */
export interface EventRecord {
  readonly topic: string;
  readonly key: string;
  /** JSON text; null is a tombstone. */
  readonly value: string | null;
  readonly headers: Readonly<Record<string, string>>;
}

/** A record with its place. */
export interface ConsumedRecord extends EventRecord {
  readonly partition: number;
  readonly offset: string;
}

/** Records of one partition, in order. */
export interface ConsumedBatch {
  readonly records: readonly ConsumedRecord[];
  /** Everything up to and including this record is durably handled. */
  done(record: ConsumedRecord): Promise<void>;
  /** Keeps the membership alive during long work. */
  heartbeat(): Promise<void>;
  /** True once the partition was given to somebody else or the consumer stops: hand no more records on. */
  abandoned(): boolean;
}

/** Sends records; an answer means the broker has them durably. */
export interface EventProducer {
  connect(): Promise<void>;
  /** All or an error; the order within a topic and key is kept. */
  sendBatch(records: readonly EventRecord[]): Promise<void>;
  disconnect(): Promise<void>;
}

/** Reads records as a member of a group. */
export interface EventConsumer {
  /**
   * Starts to read from the oldest record that the group has not acknowledged. `onBatch` must not throw for anything a
   * record contains; what it throws, and what it does not acknowledge, comes again.
   */
  run(onBatch: (batch: ConsumedBatch) => Promise<void>): Promise<void>;
  /** Ends after the batches in hand. */
  stop(): Promise<void>;
  /** Whether it is a working member of its group right now. */
  healthy(): boolean;
}

/** Consumers that share the records of some topics between them. */
export interface ConsumerGroup {
  readonly groupId: string;
  readonly topics: readonly string[];
}

/** Topics of a deployment, as a command sees them. */
export interface TopicPlan {
  readonly name: string;
  readonly partitions: number;
  readonly compacted: boolean;
  /** Milliseconds that records are kept; -1: until somebody deletes them. Without meaning where it is compacted. */
  readonly retentionMs: number;
}

/** One process's way to the other services. */
export interface EventBus {
  readonly kind: 'kafka' | 'in-process';
  /** The way of events between services of one process that share their transactions. */
  readonly chain?: EventChain;
  producer(): EventProducer;
  /** A member-to-be of a group; it reads once it runs. */
  consumer(group: ConsumerGroup): EventConsumer;
  /**
   * Creates what is missing, and says how long records are kept where nobody has said so yet; answers the names it created,
   * once all of `topics` can be used.
   */
  createTopics(topics: readonly TopicPlan[]): Promise<string[]>;
  /** Throws when the broker does not answer. */
  check(): Promise<{ version: string }>;
  close(): Promise<void>;
}

/** The record itself cannot be sent, ever (too large, bad header). */
export class UnsendableRecord extends Error {}
