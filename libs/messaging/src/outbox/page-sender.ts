import { failpoint, type Database } from '#persistence';
import type { MessagingLog } from '../options.js';
import { UnsendableRecord, type EventRecord } from '../ports.js';
import { outboxTable, type OutboxRow } from '../tables.js';
import type { SentRows } from './sent-rows.js';
import type { SteadyProducer } from './steady-producer.js';
import { parkUnsendable } from './unsendable.js';

/** Rows that go out together. */
export const PAGE = 500;

/** Sends the outbox page by page, in order. */
export class PageSender {
  constructor(
    private readonly database: Database,
    private readonly producer: SteadyProducer,
    private readonly sent: SentRows,
    private readonly log: MessagingLog,
  ) {}

  /**
   * Sends the oldest rows that are not sent yet and answers how many there were.
   * @param offered called whenever rows were handed to the bus, which may not have them yet
   */
  async sendNext(offered: () => void = () => undefined): Promise<number> {
    const found = await this.database.rows(outboxTable, `ORDER BY \`seq\` LIMIT ${PAGE + this.sent.size}`);
    const rows = found.filter(({ seq }) => !this.sent.has(seq));
    if (rows.length > 0) await this.send(rows, offered);
    return rows.length;
  }

  /** Sends rows and notes them as sent after the broker has them; halves a batch that holds an unsendable record. */
  private async send(rows: readonly OutboxRow[], offered: () => void): Promise<void> {
    try {
      const sent = this.producer.sendBatch(rows.map(toRecord));
      offered();
      await sent;
    } catch (error) {
      if (!(error instanceof UnsendableRecord)) throw error;
      const [first] = rows;
      if (rows.length === 1 && first) return parkUnsendable(this.database, first, error, this.log);
      const middle = Math.ceil(rows.length / 2);
      await this.send(rows.slice(0, middle), offered);
      return this.send(rows.slice(middle), offered);
    }
    failpoint('relay.sent');
    this.sent.add(rows.map(({ seq }) => seq));
  }
}

const toRecord = (row: OutboxRow): EventRecord => ({
  topic: row.topic,
  key: row.aggregateId,
  value: row.payload,
  headers: row.headers,
});
