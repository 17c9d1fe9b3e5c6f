import { createMessagingTables } from '#messaging';
import { column, createTable, type MigrationInterface, type QueryRunner } from '#persistence';
import { createIdempotencyKeyTable } from '#platform';

/** Reports, incidents, the directories and the counters. */
export class CreateIntake1795000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'report',
      {
        id: column.id(),
        incidentId: column.id(),
        receipt: column.text(40),
        typeCode: column.text(10),
        channel: column.text(20),
        receivedAt: column.time(),
        recordedAt: column.time(),
        filedBy: column.id(),
        enterpriseId: column.id().nullable(),
        reporter: column.json(),
        narrative: column.long(),
        facts: column.json(),
      },
      {
        primary: ['id'],
        unique: [['receipt']],
        index: [
          ['incidentId', 'filedBy'],
          ['filedBy', 'id'],
        ],
      },
    );
    await createTable(
      runner,
      'incident',
      {
        id: column.id(),
        number: column.text(40),
        typeCode: column.text(10),
        state: column.text(20),
        priority: column.text(2),
        firedRules: column.json(),
        restricted: column.bool(),
        enterpriseId: column.id().nullable(),
        enterpriseName: column.text(200).nullable(),
        place: column.json(),
        filedBy: column.id(),
        reportCount: column.int(),
        recentReports: column.json(),
        receivedAt: column.time(),
        closedAt: column.time().nullable(),
        outcome: column.text(20).nullable(),
        events: column.int(),
        version: column.int(),
      },
      {
        primary: ['id'],
        unique: [['number']],
        index: [
          ['receivedAt', 'id'],
          ['enterpriseId', 'receivedAt', 'id'],
        ],
      },
    );
    await createTable(
      runner,
      'enterprise',
      {
        id: column.id(),
        name: column.text(200),
        uscc: column.text(18).nullable(),
        usccOverride: column.text(200).nullable(),
        tags: column.json(),
        address: column.text(300).nullable(),
        contacts: column.json(),
        liaison: column.text(64).nullable(),
        changedAt: column.time(),
        revision: column.bigint(),
        version: column.int(),
      },
      { primary: ['id'], unique: [['uscc']], index: [['revision']] },
    );
    await createTable(
      runner,
      'jurisdiction',
      {
        code: column.id(),
        name: column.text(100),
        district: column.text(6),
        zone: column.text(10),
        outline: column.json(),
        revision: column.bigint(),
      },
      { primary: ['code'], index: [['revision']] },
    );
    await createTable(runner, 'number_sequence', { name: column.id(), value: column.bigint() }, { primary: ['name'] });
    await createIdempotencyKeyTable(runner);
    await createMessagingTables(runner);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations only go forward'));
  }
}
