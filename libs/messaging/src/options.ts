import type { Stream } from '#contracts';
import type { TableDef } from '#persistence';
import type { SeenRow } from './inbox/seen.js';

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
  /** Days that records of a stream are kept; 0 keeps them for ever. */
  readonly topicRetentionDays: number;
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
