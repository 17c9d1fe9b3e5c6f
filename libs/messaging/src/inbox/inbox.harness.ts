import { IncidentReported, INCIDENTS, UNITS, type DomainEvent } from '#contracts';
import type { Database, TableDef } from '#persistence';
import { incidentReported, messagingOptions, noteEffect, noTrace, RememberedLog } from '#testing';
import { toHeaders } from '../codec.js';
import { Outbox } from '../outbox/outbox.js';
import type { ConsumedBatch, ConsumedRecord } from '../ports.js';
import { ChunkCommitter } from './committer.js';
import { Inbox, type EventContext, type EventHandler } from './inbox.js';
import { Parking } from './parking.js';
import type { SeenRow } from './seen.js';
import { Sweeper } from './sweeper.js';

export const incidents = `qijing.${INCIDENTS.name}`;
export const units = `qijing.${UNITS.name}`;

/** The parts of one consumer, put together as a transport does it, with a handler that notes every event. */
export class InboxHarness {
  readonly log = new RememberedLog();
  readonly inbox: Inbox;
  readonly sweeper: Sweeper;
  readonly committer: ChunkCommitter;
  /** Replaced by tests that want trouble. */
  handler: EventHandler = (_event, context) => noteEffect(this.database, context);
  /** Every call, also those whose transaction was rolled back. */
  readonly calls: string[] = [];

  constructor(
    readonly database: Database,
    consumer = 'effects',
    seenIn?: TableDef<SeenRow>,
  ) {
    const outbox = new Outbox(database, consumer, messagingOptions().topicPrefix, noTrace);
    const parking = new Parking(database, outbox, consumer);
    this.inbox = new Inbox(database, parking, {
      consumer,
      seenIn,
      sources: new Map([
        [incidents, new Set(['intake', 'routing'])],
        [units, new Set(['routing'])],
      ]),
      compacted: new Set([units]),
      handlerOf: (type) => (type.startsWith('incident.') || type.startsWith('unit.') ? this.handle : undefined),
      trace: noTrace,
    });
    this.sweeper = new Sweeper(database, this.inbox, parking, this.log);
    this.committer = new ChunkCommitter(this.inbox, this.sweeper, this.log, 0);
  }

  /** Hands records on as a broker would; answers the offsets that were acknowledged. */
  async take(...records: ConsumedRecord[]): Promise<string[]> {
    const acknowledged: string[] = [];
    await this.committer.take(batchOf(records, acknowledged));
    return acknowledged;
  }

  private readonly handle = (event: DomainEvent, context: EventContext): Promise<void> => {
    this.calls.push(`${context.subject}:${context.sequence}`);
    return this.handler(event, context);
  };
}

export const batchOf = (records: readonly ConsumedRecord[], acknowledged: string[] = []): ConsumedBatch => ({
  records,
  done: ({ offset }) => Promise.resolve(void acknowledged.push(offset)),
  heartbeat: () => Promise.resolve(),
  abandoned: () => false,
});

let offset = 0;

/** A record of an event about a subject, by default a report from intake. */
export function recordOf(
  subject: string,
  sequence: number,
  change: { source?: string; type?: string; topic?: string; value?: string | null; event?: DomainEvent } = {},
): ConsumedRecord {
  const { source = 'intake', type = IncidentReported.type, topic = incidents } = change;
  offset += 1;
  return {
    topic,
    partition: 0,
    offset: String(offset),
    key: subject,
    value: change.value === undefined ? JSON.stringify(change.event ?? incidentReported()) : change.value,
    headers: toHeaders({ id: `event-${offset}`, source, type, time: new Date().toISOString(), subject, sequence }),
  };
}
