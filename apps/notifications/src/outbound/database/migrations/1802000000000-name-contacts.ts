import type { MigrationInterface, QueryRunner } from '#persistence';

/**
 * A contact is named with its enterprise, and by the account's name in lower case: the same name elsewhere is somebody else.
 * Safe to repeat.
 */
export class NameContacts1802000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('UPDATE `incident_audience` SET `safe_account` = LOWER(`safe_account`)');
    const rows = (await runner.query(
      'SELECT n.`incident_id`, n.`visible_to`, a.`enterprise_id` FROM `notice` n ' +
        'JOIN `incident_audience` a ON a.`id` = n.`incident_id` ' +
        "WHERE n.`visible_to` LIKE 'contact:%' AND n.`visible_to` NOT LIKE 'contact:%:%' " +
        'GROUP BY n.`incident_id`, n.`visible_to`, a.`enterprise_id`',
    )) as { incident_id: string; visible_to: string; enterprise_id: string | null }[];
    for (const { incident_id: id, visible_to: before, enterprise_id: enterprise } of rows) {
      const now = enterprise === null ? 'nobody' : `contact:${enterprise}:${before.slice(8).toLowerCase()}`;
      const params = [now, id, before];
      await runner.query('UPDATE `notice` SET `visible_to` = ? WHERE `incident_id` = ? AND `visible_to` = ?', params);
    }
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations only go forward'));
  }
}
