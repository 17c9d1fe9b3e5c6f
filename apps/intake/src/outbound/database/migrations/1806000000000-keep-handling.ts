import { addColumns, column, type MigrationInterface, type QueryRunner } from '#persistence';

/** What others make of an incident decides whether it may be called off; of older ones it is heard with the next act. Safe to repeat. */
export class KeepHandling1806000000000 implements MigrationInterface {
  up(runner: QueryRunner): Promise<void> {
    return addColumns(runner, 'incident', {
      dispatchState: column.text(20).nullable(),
      caseNumber: column.text(40).nullable(),
    });
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations only go forward'));
  }
}
