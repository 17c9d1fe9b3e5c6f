import { addColumns, column, type MigrationInterface, type QueryRunner } from '#persistence';

/** Keeps what a decision about an incident was made on; of files that are there their timelines know what intake told last. */
export class KeepVersions1805000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, 'incident_file', {
      intakeVersion: column.int().nullable(),
      decisions: column.int().nullable(),
    });
    await runner.query(
      'UPDATE `incident_file` SET `decisions` = 0, `intake_version` = (SELECT COALESCE(MAX(t.`sequence`), 0) ' +
        "FROM `timeline_entry` t WHERE t.`incident_id` = `id` AND t.`source` = 'intake') " +
        'WHERE `intake_version` IS NULL',
    );
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations only go forward'));
  }
}
