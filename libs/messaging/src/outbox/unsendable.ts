import type { Database } from '#persistence';
import type { MessagingLog } from '../options.js';
import type { UnsendableRecord } from '../ports.js';
import { parkedTable, type OutboxRow } from '../tables.js';

/** Moves an event that the bus will never take from the outbox to the parked ones. */
export async function parkUnsendable(
  database: Database,
  row: OutboxRow,
  error: UnsendableRecord,
  log: MessagingLog,
): Promise<void> {
  log.error('an event cannot be sent and was parked', { type: row.type, id: row.id, error: error.message });
  await database.write(async () => {
    await database.insert(parkedTable, [
      {
        consumer: 'relay',
        topic: row.topic,
        partition: 0,
        offset: String(row.seq),
        source: row.headers['ce_source'] ?? '',
        aggregateId: row.aggregateId,
        aggregateSeq: row.aggregateSeq,
        type: row.type,
        headers: row.headers,
        payload: row.payload,
        reason: 'unsendable',
        attempts: 1,
        error: error.message,
        parkedAt: new Date(),
      },
    ]);
    await database.execute('DELETE FROM `outbox` WHERE `seq` = ?', [row.seq]);
  });
}
