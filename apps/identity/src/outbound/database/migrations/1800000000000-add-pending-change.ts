import { addColumns, column, type MigrationInterface, type QueryRunner } from '#persistence';

/** Changes of accounts wait for a second administrator. Safe to repeat. */
export class AddPendingChange1800000000000 implements MigrationInterface {
  up(runner: QueryRunner): Promise<void> {
    return addColumns(runner, 'account', { pending: column.json().nullable() });
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations go forward only'));
  }
}
