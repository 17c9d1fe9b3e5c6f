import { renameColumn, type MigrationInterface, type QueryRunner } from '#persistence';

/** What counts the events of an incident is called as in every other service. */
export class CountPublished1799000000000 implements MigrationInterface {
  up(runner: QueryRunner): Promise<void> {
    return renameColumn(runner, 'incident', 'events', 'published');
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations only go forward'));
  }
}
