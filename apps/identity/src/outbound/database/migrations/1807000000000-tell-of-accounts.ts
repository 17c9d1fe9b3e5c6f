import { createMessagingTables } from '#messaging';
import { addColumns, addIndex, column, type MigrationInterface, type QueryRunner } from '#persistence';

/**
 * Others are told of the contacts of enterprises. Accounts that are there already are told of when identity starts; the index
 * finds them. Safe to repeat.
 */
export class TellOfAccounts1807000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createMessagingTables(runner);
    await addColumns(runner, 'account', { published: column.int().nullable() });
    await addIndex(runner, 'account', ['enterpriseId']);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations only go forward'));
  }
}
