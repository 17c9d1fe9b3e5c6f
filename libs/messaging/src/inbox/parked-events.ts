import { AuditTrail, type Database } from '#persistence';
import { outboxTable, parkedTable, type ParkedRow } from '../tables.js';
import { placeOf, WHICH } from './parked-row.js';

const DEAD = new Set(['invalid', 'rejected', 'undecodable', 'replay']);

/** What an operator may do with parked events; the service's sweeper carries it out within seconds. */
export class ParkedEvents {
  constructor(private readonly database: Database) {}

  /** Oldest first. */
  list(most = 200): Promise<ParkedRow[]> {
    return this.database.rows(parkedTable, 'ORDER BY `parked_at`, `aggregate_seq` LIMIT ?', [most]);
  }

  /**
   * Asks for another attempt at what failed of an aggregate; what could not be sent goes back to the outbox. Answers how
   * many events that concerns.
   */
  replay(aggregateId: string): Promise<number> {
    return this.decide(aggregateId, 'parked-event.replayed', async (row) => {
      if (row.reason === 'unsendable') await this.sendAgain(row);
      else if (DEAD.has(row.reason)) await this.mark(row, 'replay');
      else return false;
      return true;
    });
  }

  /**
   * Gives up what blocks an aggregate, and what waits goes on: an event that failed or could not be sent is dropped; one
   * that waits for a missing event is applied without it. Answers how many events that concerns.
   */
  discard(aggregateId: string): Promise<number> {
    const streams = new Set<string>();
    return this.decide(aggregateId, 'parked-event.given-up', async (row) => {
      const stream = `${row.consumer}|${row.source}`;
      const first = row.aggregateSeq === 0 || !streams.has(stream);
      streams.add(stream);
      if (!first) return false;
      if (row.reason === 'unsendable') await this.remove(row);
      else await this.mark(row, DEAD.has(row.reason) ? 'discard' : 'accept');
      return true;
    });
  }

  private decide(aggregateId: string, act: string, decision: (row: ParkedRow) => Promise<boolean>): Promise<number> {
    const trail = AuditTrail.of(this.database);
    return this.database.write(async () => {
      const rows = await this.database.rows(
        parkedTable,
        'WHERE `aggregate_id` = ? ORDER BY `aggregate_seq`, `offset`',
        [aggregateId],
      );
      let concerned = 0;
      for (const row of rows) {
        if (!(await decision(row))) continue;
        concerned += 1;
        trail.record({ subject: aggregateId, act, object: placeOf(row).join(' ') });
      }
      return concerned;
    });
  }

  private async sendAgain(row: ParkedRow): Promise<void> {
    const { topic, aggregateId, aggregateSeq, type, headers, payload } = row;
    await this.database.insert(outboxTable, [
      {
        seq: 0,
        id: headers['ce_id'] ?? '',
        topic,
        aggregateType: 'sent-again',
        aggregateId,
        aggregateSeq,
        type,
        headers,
        payload,
        createdAt: new Date(),
      },
    ]);
    await this.remove(row);
  }

  private mark(row: ParkedRow, reason: 'replay' | 'discard' | 'accept'): Promise<number> {
    return this.database.execute(`UPDATE \`parked_event\` SET \`reason\` = ? ${WHICH}`, [reason, ...placeOf(row)]);
  }

  private remove(row: ParkedRow): Promise<number> {
    return this.database.execute(`DELETE FROM \`parked_event\` ${WHICH}`, placeOf(row));
  }
}
