import { column, createTable, type MigrationInterface, type QueryRunner } from '#persistence';

/** Keeps the way into an empty deployment. Safe to repeat. */
export class AddSetup1830000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'setup',
      {
        id: column.text(16),
        linkHash: column.id().nullable(),
        linkUntil: column.time().nullable(),
        doneAt: column.time().nullable(),
      },
      { primary: ['id'] },
    );
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations go forward only'));
  }
}
