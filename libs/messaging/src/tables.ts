import { column, defineTable, type TableDef } from '#persistence';

/** An event waiting to be sent. Read by existence: `seq` order is not commit order. */
export interface OutboxRow {
  seq: number;
  id: string;
  topic: string;
  aggregateType: string;
  aggregateId: string;
  aggregateSeq: number;
  type: string;
  headers: Record<string, string>;
  /** JSON exactly as sent. */
  payload: string;
  createdAt: Date;
}

/** How far a consumer has come with one source's events about one aggregate. */
export interface CursorRow {
  consumer: string;
  source: string;
  aggregateId: string;
  lastSeq: number;
  /** An event of this aggregate is parked; later ones wait behind it. */
  parked: boolean;
  updatedAt: Date;
}

/** Why an event was set aside. */
export type ParkReason = 'undecodable' | 'invalid' | 'rejected' | 'gap' | 'behind' | 'unsendable';

/** An event that was set aside, whole, until an operator or the missing predecessor frees it. */
export interface ParkedRow {
  consumer: string;
  topic: string;
  partition: number;
  offset: string;
  source: string;
  aggregateId: string;
  aggregateSeq: number;
  type: string;
  headers: Record<string, string>;
  payload: string;
  reason: string;
  attempts: number;
  error: string;
  parkedAt: Date;
}

/** Which process sends the outbox. */
export interface LeaseRow {
  shard: number;
  owner: string;
  epoch: number;
  /** Milliseconds since 1970, database clock. */
  expiresAt: number;
}

/** Columns and keys by table. */
export const shapes = {
  outbox: {
    columns: {
      seq: column.seq(),
      id: column.id(),
      topic: column.text(120),
      aggregateType: column.text(40),
      aggregateId: column.id(),
      aggregateSeq: column.int(),
      type: column.text(80),
      headers: column.json(),
      payload: column.long(),
      createdAt: column.time(),
    },
    keys: { primary: ['seq'], unique: [['aggregateType', 'aggregateId', 'aggregateSeq']] },
  },
  cursor: {
    columns: {
      consumer: column.text(40),
      source: column.text(40),
      aggregateId: column.id(),
      lastSeq: column.int(),
      parked: column.bool(),
      updatedAt: column.time(),
    },
    keys: { primary: ['consumer', 'aggregateId', 'source'] },
  },
  parked: {
    columns: {
      consumer: column.text(40),
      topic: column.text(120),
      partition: column.int(),
      offset: column.text(24),
      source: column.text(40),
      aggregateId: column.id(),
      aggregateSeq: column.int(),
      type: column.text(80),
      headers: column.json(),
      payload: column.long(),
      reason: column.text(20),
      attempts: column.int(),
      error: column.long(),
      parkedAt: column.time(),
    },
    keys: { primary: ['consumer', 'topic', 'partition', 'offset'], index: [['aggregateId', 'source']] },
  },
  lease: {
    columns: { shard: column.int(), owner: column.text(120), epoch: column.bigint(), expiresAt: column.bigint() },
    keys: { primary: ['shard'] },
  },
};

export const outboxTable = defineTable<OutboxRow>('outbox', shapes.outbox.columns, shapes.outbox.keys);
export const cursorTable = defineTable<CursorRow>('stream_cursor', shapes.cursor.columns, shapes.cursor.keys);
export const parkedTable = defineTable<ParkedRow>('parked_event', shapes.parked.columns, shapes.parked.keys);
export const leaseTable = defineTable<LeaseRow>('relay_lease', shapes.lease.columns, shapes.lease.keys);

/** List these in the schema of every service that publishes or consumes. */
export const messagingTables = [outboxTable, cursorTable, parkedTable, leaseTable] as unknown as TableDef<never>[];
