import { addColumns, column, type MigrationInterface, type QueryRunner } from '#persistence';

/** What is known of an incident from all its reports and from its units; for older incidents their reports tell it. */
export class KeepFacts1802000000000 implements MigrationInterface {
  up(runner: QueryRunner): Promise<void> {
    return addColumns(runner, 'incident', { facts: column.json().nullable() });
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations only go forward'));
  }
}
