import { v7 as uuidv7 } from 'uuid';
import type { Database } from '#persistence';
import type { Envelope } from '../codec.js';
import type { Outbox } from '../outbox/outbox.js';
import type { ConsumedRecord } from '../ports.js';
import { parkedTable, type OutboxRow, type ParkedRow, type ParkReason } from '../tables.js';

const DEAD: ReadonlySet<ParkReason> = new Set(['undecodable', 'invalid', 'rejected']);

/** Sets events aside: whole, with the reason, and with a dead letter where the event itself is at fault. */
export class Parking {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly consumer: string,
  ) {}

  /** Parks a record in the open unit of work. */
  park(
    record: ConsumedRecord,
    envelope: Envelope | undefined,
    reason: ParkReason,
    fault: { error: string; attempts: number },
  ): void {
    const row: ParkedRow = {
      consumer: this.consumer,
      topic: record.topic,
      partition: record.partition,
      offset: record.offset,
      source: envelope?.source ?? '',
      aggregateId: (envelope?.subject ?? record.key).slice(0, 64),
      aggregateSeq: envelope?.sequence ?? 0,
      type: (envelope?.type ?? '').slice(0, 80),
      headers: { ...record.headers },
      payload: record.value ?? '',
      reason,
      attempts: fault.attempts,
      error: fault.error,
      parkedAt: new Date(),
    };
    this.collected().push(row);
    if (DEAD.has(reason)) this.outbox.append([deadLetter(row)]);
  }

  /** What is parked of one source's events about an aggregate, oldest first. */
  waiting(source: string, aggregateId: string): Promise<ParkedRow[]> {
    return this.database.rows(
      parkedTable,
      'WHERE `consumer` = ? AND `aggregate_id` = ? AND `source` = ? ORDER BY `aggregate_seq`, `offset`',
      [this.consumer, aggregateId, source],
    );
  }

  private collected(): ParkedRow[] {
    const { unit } = this.database;
    return unit.local(this, () => {
      const rows: ParkedRow[] = [];
      unit.beforeCommit('state', () => this.database.insert(parkedTable, rows));
      return rows;
    });
  }
}

/** A dead letter with the headers that Spring's tools read. */
function deadLetter(row: ParkedRow): OutboxRow {
  return {
    seq: 0,
    id: uuidv7(),
    topic: `${row.topic}.dlq`,
    aggregateType: `dlq:${row.source}`.slice(0, 40),
    aggregateId: row.aggregateId || 'unknown',
    aggregateSeq: row.aggregateSeq || Number(BigInt(row.offset) % 2_000_000_000n),
    type: row.type,
    headers: {
      ...row.headers,
      'kafka_dlt-original-topic': row.topic,
      'kafka_dlt-original-partition': String(row.partition),
      'kafka_dlt-original-offset': row.offset,
      'kafka_dlt-original-consumer-group': row.consumer,
      'kafka_dlt-exception-message': row.error.slice(0, 1000),
    },
    payload: row.payload,
    createdAt: row.parkedAt,
  };
}
