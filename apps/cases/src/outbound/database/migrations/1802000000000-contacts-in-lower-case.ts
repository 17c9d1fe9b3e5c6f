import type { MigrationInterface, QueryRunner } from '#persistence';

/** Safe contacts are named by their account in lower case, by which accounts are one. Safe to repeat. */
export class ContactsInLowerCase1802000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('UPDATE `incident_file` SET `safe_contact` = LOWER(`safe_contact`)');
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations only go forward'));
  }
}
