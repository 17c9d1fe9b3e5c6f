import { addColumns, addIndex, column, type MigrationInterface, type QueryRunner } from '#persistence';

/**
 * Limits of the law ring. Files that may have one running are looked at once, which sets when theirs says something; the kind
 * of a case is what the officer stated, not what the type of the incident says.
 */
export class RingLawClocks1812000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, 'incident_file', {
      ringsAt: column.time().nullable(),
      ringsFor: column.text(20).nullable(),
    });
    await addIndex(runner, 'incident_file', ['ringsFor', 'receivedAt', 'id']);
    await addIndex(runner, 'incident_file', ['ringsAt', 'id']);
    await runner.query(
      "UPDATE `incident_file` SET `rings_at` = '2001-01-01 00:00:00.000' WHERE `rings_at` IS NULL AND " +
        "(`state` IN ('RESPONDING', 'ON_SCENE', 'HANDLED') OR `id` IN (SELECT `incident_id` FROM `case_record` " +
        "WHERE `state` IN ('REGISTERED', 'REVIEWING', 'ADMIN_ACCEPTED', 'RECONSIDERING')))",
    );
    await runner.query(
      'UPDATE `incident_file` SET `case_kind` = (SELECT k.`kind` FROM ' +
        '(SELECT `incident_id` AS `of`, `kind` FROM `case_record`) k WHERE k.`of` = `id`) ' +
        'WHERE `id` IN (SELECT `incident_id` FROM `case_record`)',
    );
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations only go forward'));
  }
}
