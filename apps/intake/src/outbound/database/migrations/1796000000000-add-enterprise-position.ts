import { addColumns, column, type MigrationInterface, type QueryRunner } from '#persistence';

/** Where an enterprise is, so that its reports need not say. */
export class AddEnterprisePosition1796000000000 implements MigrationInterface {
  up(runner: QueryRunner): Promise<void> {
    return addColumns(runner, 'enterprise', { position: column.json().nullable() });
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations only go forward'));
  }
}
