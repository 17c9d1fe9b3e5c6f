import { addColumns, column, type MigrationInterface, type QueryRunner } from '#persistence';

/** Intake knows who may know of a restricted incident, as cases decided. Safe to repeat. */
export class KeepSafeContact1801000000000 implements MigrationInterface {
  up(runner: QueryRunner): Promise<void> {
    return addColumns(runner, 'incident', { safeContact: column.text(80).nullable() });
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations only go forward'));
  }
}
