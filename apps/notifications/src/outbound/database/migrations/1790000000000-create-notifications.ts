import { createMessagingTables } from '#messaging';
import { createTable, type MigrationInterface, type QueryRunner } from '#persistence';
import { shapes } from '../tables.js';

/** Feed, notices and what is known of incidents. */
export class CreateNotifications1790000000000 implements MigrationInterface {
  readonly name = 'CreateNotifications1790000000000';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, 'incident_audience', shapes.incidentAudience.columns, shapes.incidentAudience.keys);
    await createTable(runner, 'feed_head', shapes.feedHead.columns, shapes.feedHead.keys);
    await createTable(runner, 'feed_entry', shapes.feedEntry.columns, shapes.feedEntry.keys);
    await createTable(runner, 'notice', shapes.notice.columns, shapes.notice.keys);
    await createMessagingTables(runner);
  }

  down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
