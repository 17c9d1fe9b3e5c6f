import type { Stream } from '#contracts';
import type { TableDef } from '#persistence';
import type { EventChain } from './adapters/in-process/event-chain.js';
import type { SeenRow } from './inbox/seen.js';

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
}

/** One process's way to the other services. */
export interface EventBus {
  readonly kind: 'kafka' | 'in-process';
  /** The way of events between services of one process that share their transactions. */
  readonly chain?: EventChain;
  producer(): EventProducer;
  /** A member-to-be of a group; it reads once it runs. */
  consumer(group: ConsumerGroup): EventConsumer;
  /** Creates what is missing; answers the names it created, once all of `topics` can be used. */
  createTopics(topics: readonly TopicPlan[]): Promise<string[]>;
  /** Throws when the broker does not answer. */
  check(): Promise<{ version: string }>;
  close(): Promise<void>;
}

/** The record itself cannot be sent, ever (too large, bad header). */
export class UnsendableRecord extends Error {}

/** Carries the trace of a request across the outbox and the topic. */
export interface TraceCarrier {
  current(): string | undefined;
  /** Runs work as a continuation of that trace. */
  continue<T>(traceparent: string | undefined, work: () => T): T;
}

/** What the messaging of a process needs to know. */
export interface MessagingOptions {
  readonly profile: 'embedded' | 'cluster';
  /** Every service of the product runs in this process. */
  readonly allServices: boolean;
  readonly brokers: readonly string[];
  /** Put before every topic name. */
  readonly topicPrefix: string;
  /** Stable across restarts: a restarted process takes back its relay lease and its place in its group at once. */
  readonly instance: string;
  readonly trace: TraceCarrier;
  readonly log: MessagingLog;
}

/** Which streams a service reads, and whose events on them. */
export interface Consumption {
  readonly service: string;
  readonly reads: readonly { readonly stream: Stream; readonly sources: readonly string[] }[];
  /**
   * Off the critical path: wait this long for more to join a transaction. Default 0. Not on the in-process bus, where
   * the sender of a page waits for all its readers, those on the critical path included.
   */
  readonly lingerMs?: number;
  /** The table of one row per aggregate, written with its events anyway, that keeps what was seen of them. */
  readonly seenIn?: TableDef<SeenRow>;
}

/** Where messaging reports what an operator should know. */
export interface MessagingLog {
  info(message: string, fields?: Record<string, unknown>): void;
  warn(message: string, fields?: Record<string, unknown>): void;
  error(message: string, fields?: Record<string, unknown>): void;
}

/** Nest tokens. */
export const MESSAGING_OPTIONS = Symbol('MessagingOptions');
export const EVENT_BUS = Symbol('EventBus');
