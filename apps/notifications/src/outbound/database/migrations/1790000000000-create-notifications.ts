import { createMessagingTables } from '#messaging';
import { column, createTable, type MigrationInterface, type QueryRunner } from '#persistence';

/** Columns and keys of 0.1.0. */
export const shapes = {
  incidentAudience: {
    columns: {
      id: column.id(),
      number: column.text(40),
      typeName: column.json(),
      enterpriseId: column.id().nullable(),
      restricted: column.bool(),
      safeAccount: column.text(100).nullable(),
      units: column.json(),
      told: column.json(),
      notices: column.int(),
      version: column.int(),
    },
    keys: { primary: ['id'] },
  },
  feedHead: {
    columns: { audience: column.text(120), lastSeq: column.bigint() },
    keys: { primary: ['audience'] },
  },
  feedEntry: {
    columns: {
      audience: column.text(120),
      seq: column.bigint(),
      type: column.text(80),
      incidentId: column.id().nullable(),
      data: column.long(),
      at: column.time(),
    },
    keys: { primary: ['audience', 'seq'], index: [['at']] },
  },
  notice: {
    columns: {
      id: column.id(),
      incidentId: column.id(),
      eventId: column.id(),
      number: column.text(40),
      template: column.text(40),
      templateVersion: column.int(),
      position: column.int(),
      audience: column.text(120),
      visibleTo: column.text(120),
      text: column.json(),
      createdAt: column.time(),
      deliveredAt: column.time().nullable(),
    },
    keys: {
      primary: ['id'],
      unique: [
        ['incidentId', 'eventId', 'template'],
        ['incidentId', 'position'],
      ],
      index: [['visibleTo', 'id']],
    },
  },
};

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
