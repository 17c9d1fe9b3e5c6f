import type { MigrationInterface, QueryRunner } from '#persistence';
import { createContactTable } from '#platform';

/** Who may be named as safe contact; identity tells it. Safe to repeat. */
export class KnowContacts1813000000000 implements MigrationInterface {
  up(runner: QueryRunner): Promise<void> {
    return createContactTable(runner);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations only go forward'));
  }
}
