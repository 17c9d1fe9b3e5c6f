import { isDuplicateKey, LostRace, newId, type Database } from '#persistence';
import { keyOf, type Envelope } from '../codec.js';
import type { Outbox } from '../outbox/outbox.js';
import type { ConsumedRecord } from '../ports.js';
import { parkedTable, type OutboxRow, type ParkedRow, type ParkReason } from '../tables.js';
import { placeOf, WHICH } from './parked-row.js';

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
      ...identityOf(record, envelope),
      headers: { ...record.headers },
      payload: record.value ?? '',
      reason,
      attempts: fault.attempts,
      error: fault.error,
      parkedAt: new Date(),
    };
    this.database.unit.collect(this, 'state', (rows) => this.insert(rows), [row]);
    if (DEAD.has(reason)) this.bury(row);
  }

  /** Sends a parked event to the dead letters as well. */
  bury(row: ParkedRow): void {
    this.outbox.append([deadLetter(row)]);
  }

  /** Whether this very record is parked already, in the table or in the open unit of work. */
  async holds({ topic, partition, offset }: ConsumedRecord): Promise<boolean> {
    const same = (row: ParkedRow) => row.topic === topic && row.partition === partition && row.offset === offset;
    if (this.database.unit.local(this, (): ParkedRow[] => []).some(same)) return true;
    const place = placeOf({ consumer: this.consumer, topic, partition, offset });
    return (await this.database.one(parkedTable, WHICH, place)) !== undefined;
  }

  /** Whether an event is parked already, in the table or in the open unit of work. */
  async holdsEvent({ source, subject, sequence }: Envelope): Promise<boolean> {
    const same = (row: ParkedRow) =>
      row.source === source && row.aggregateId === subject && row.aggregateSeq === sequence;
    if (this.database.unit.local(this, (): ParkedRow[] => []).some(same)) return true;
    return (await this.waiting(source, subject)).some(same);
  }

  /** What is parked of one source's events about an aggregate, oldest first. */
  waiting(source: string, aggregateId: string): Promise<ParkedRow[]> {
    return this.database.rows(
      parkedTable,
      'WHERE `consumer` = ? AND `aggregate_id` = ? AND `source` = ? ORDER BY `aggregate_seq`, `offset`',
      [this.consumer, aggregateId, source],
    );
  }

  private async insert(rows: readonly ParkedRow[]): Promise<void> {
    try {
      await this.database.insert(parkedTable, rows);
    } catch (error) {
      if (isDuplicateKey(error)) throw new LostRace('parked event');
      throw error;
    }
  }
}

/** Which event it is; a record that is none has only its key. */
const identityOf = (record: ConsumedRecord, envelope: Envelope | undefined) =>
  envelope
    ? { source: envelope.source, aggregateId: envelope.subject, aggregateSeq: envelope.sequence, type: envelope.type }
    : { source: '', aggregateId: keyOf(record), aggregateSeq: 0, type: '' };

/** A dead letter with the headers that Spring's tools read. */
function deadLetter(row: ParkedRow): OutboxRow {
  const id = newId();
  return {
    seq: 0,
    id,
    topic: `${row.topic}.dlq`,
    aggregateType: 'dead-letter',
    // Not the incident's id: the outbox keeps ids unique, and one event may die more than once.
    aggregateId: id,
    aggregateSeq: 1,
    type: row.type,
    headers: {
      ...row.headers,
      'kafka_dlt-original-key': row.aggregateId,
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
