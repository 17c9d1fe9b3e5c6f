import { placeholders, type Database, type UnitOfWork } from '#persistence';

/**
 * Rows of the outbox that the bus has and the table still holds. They go with the next transaction that publishes, which
 * costs one statement instead of a COMMIT; a crash before that sends them again, and consumers drop them.
 */
export class SentRows {
  private readonly seqs = new Set<number>();

  constructor(private readonly database: Database) {}

  get size(): number {
    return this.seqs.size;
  }

  has(seq: number): boolean {
    return this.seqs.has(seq);
  }

  add(seqs: readonly number[]): void {
    for (const seq of seqs) this.seqs.add(seq);
  }

  /** Deletes them with a unit of work of this database. */
  async deleteWith(unit: UnitOfWork): Promise<void> {
    const seqs = [...this.seqs];
    if (seqs.length === 0) return;
    await this.database.execute(deletion(seqs.length), seqs);
    unit.afterCommit(() => this.forget(seqs));
  }

  /** Deletes them in a transaction of their own, where nobody published for a while. */
  async deleteAlone(): Promise<void> {
    const seqs = [...this.seqs];
    if (seqs.length === 0) return;
    await this.database.alone(deletion(seqs.length), seqs);
    this.forget(seqs);
  }

  private forget(seqs: readonly number[]): void {
    for (const seq of seqs) this.seqs.delete(seq);
  }
}

const deletion = (count: number): string => `DELETE FROM \`outbox\` WHERE \`seq\` IN (${placeholders(count)})`;
