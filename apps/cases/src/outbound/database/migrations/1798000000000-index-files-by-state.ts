import { addIndex, type MigrationInterface, type QueryRunner } from '#persistence';

/** Finds the few open incidents among the many that have ended. */
export class IndexFilesByState1798000000000 implements MigrationInterface {
  up(runner: QueryRunner): Promise<void> {
    return addIndex(runner, 'incident_file', ['state', 'receivedAt', 'id']);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations only go forward'));
  }
}
