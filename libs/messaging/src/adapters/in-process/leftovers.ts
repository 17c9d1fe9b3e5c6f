import { decodeEvent, type DomainEvent } from '#contracts';
import { placeholders, type Database, type UnitOfWork } from '#persistence';
import { toEnvelope } from '../../codec.js';
import type { PublishedEvent } from '../../outbox/published-event.js';
import { outboxTable, type OutboxRow } from '../../tables.js';

const PAGE = 500;

/**
 * Takes what waits in the outboxes of these services, as a part of the transaction of `around`, oldest first whoever
 * published it (ids are UUIDv7: a cause has a smaller one than its effect).
 */
export async function leftoversOf(publishers: readonly Database[], around: UnitOfWork): Promise<PublishedEvent[]> {
  const rows: OutboxRow[] = [];
  for (const database of publishers) {
    await database.takePart(around, async () => {
      for (let page = await taken(database); page.length > 0; page = await taken(database)) rows.push(...page);
    });
  }
  return rows.sort((a, b) => (a.id < b.id ? -1 : 1)).flatMap(published);
}

async function taken(database: Database): Promise<OutboxRow[]> {
  const rows = await database.rows(outboxTable, `ORDER BY \`seq\` LIMIT ${PAGE}`);
  if (rows.length === 0) return rows;
  const seqs = rows.map(({ seq }) => seq);
  await database.execute(`DELETE FROM \`outbox\` WHERE \`seq\` IN (${placeholders(seqs.length)})`, seqs);
  return rows;
}

/**
 * The event of a row. One that cannot be read goes on as it was written: who handles its type sets it aside. A dead letter
 * is none, and nobody in this process reads those.
 */
function published({ topic, aggregateType, headers, type, payload }: OutboxRow): PublishedEvent[] {
  const envelope = toEnvelope({ headers });
  if (!envelope || aggregateType === 'dead-letter') return [];
  return [{ topic, aggregateType, envelope, event: eventOf(type, payload) ?? payload }];
}

function eventOf(type: string, payload: string): DomainEvent | undefined {
  try {
    const decoded = decodeEvent(type, JSON.parse(payload));
    return decoded.kind === 'event' ? decoded.event : undefined;
  } catch {
    return undefined;
  }
}
