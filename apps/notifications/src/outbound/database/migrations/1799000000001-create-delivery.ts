import { column, createTable, type MigrationInterface, type QueryRunner } from '#persistence';

/** What becomes of a notice in each channel that leaves this database. */
export class CreateDelivery1799000000001 implements MigrationInterface {
  readonly name = 'CreateDelivery1799000000001';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'delivery',
      {
        channel: column.text(40),
        incidentId: column.id(),
        position: column.int(),
        noticeId: column.id(),
        state: column.text(20),
        attempts: column.int(),
        dueAt: column.time(),
        reason: column.text(500).nullable(),
        settledAt: column.time().nullable(),
      },
      { primary: ['channel', 'incidentId', 'position'], index: [['channel', 'state', 'dueAt']] },
    );
  }

  down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
