import { addColumns, addIndex, column, type MigrationInterface, type QueryRunner } from '#persistence';

/** What is held for a call taker, and what tells how much an enterprise has sent. What was stored before is not held. Safe to repeat. */
export class HoldReports1822000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, 'report', { held: column.bool().nullable() });
    await addColumns(runner, 'incident', { hold: column.json().nullable(), servedFor: column.id().nullable() });
    await addIndex(runner, 'report', ['enterpriseId', 'channel', 'id']);
    await addIndex(runner, 'incident', ['servedFor']);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations only go forward'));
  }
}
