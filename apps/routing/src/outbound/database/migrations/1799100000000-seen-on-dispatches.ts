import { moveCursorsInto } from '#messaging';
import type { MigrationInterface, QueryRunner } from '#persistence';

/** Keeps what was seen of an incident's events in its dispatch; the cursors that were rows of their own move there. */
export class SeenOnDispatches1799100000000 implements MigrationInterface {
  up(runner: QueryRunner): Promise<void> {
    return moveCursorsInto(runner, 'dispatch');
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations only go forward'));
  }
}
