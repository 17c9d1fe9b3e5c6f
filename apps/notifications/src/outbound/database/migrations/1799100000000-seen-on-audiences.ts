import { moveCursorsInto } from '#messaging';
import type { MigrationInterface, QueryRunner } from '#persistence';

/** Keeps what was seen of an incident's events in its row of its audience; the cursors that were rows of their own move there. */
export class SeenOnAudiences1799100000000 implements MigrationInterface {
  up(runner: QueryRunner): Promise<void> {
    return moveCursorsInto(runner, 'incident_audience');
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations only go forward'));
  }
}
