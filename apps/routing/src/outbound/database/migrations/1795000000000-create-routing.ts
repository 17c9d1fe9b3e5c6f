import { createMessagingTables } from '#messaging';
import { column, createTable, type MigrationInterface, type QueryRunner } from '#persistence';
import { createIdempotencyKeyTable } from '#platform';

/** Units, dispatches, assignments, gaps and plans. */
export class CreateRouting1795000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'unit',
      {
        id: column.id(),
        name: column.text(80),
        discipline: column.text(10),
        agencyCode: column.text(12).nullable(),
        duty: column.text(10),
        capacity: column.int(),
        longitude: column.double(),
        latitude: column.double(),
        jurisdictions: column.json(),
        districts: column.json(),
        version: column.int(),
        updatedAt: column.time(),
      },
      { primary: ['id'], index: [['updatedAt'], ['discipline', 'id']] },
    );
    await createTable(
      runner,
      'dispatch',
      {
        id: column.id(),
        state: column.text(20),
        priority: column.text(2),
        facts: column.json(),
        plan: column.json(),
        slots: column.json(),
        informed: column.json(),
        plannedAt: column.time(),
        version: column.int(),
      },
      { primary: ['id'] },
    );
    await createTable(
      runner,
      'assignment',
      {
        id: column.id(),
        incidentId: column.id(),
        slot: column.int(),
        role: column.text(20),
        unitId: column.id(),
        unitName: column.text(80),
        discipline: column.text(10),
        state: column.text(20),
        unitSlot: column.int().nullable(),
        milestones: column.json(),
        feedbackCount: column.int(),
        decline: column.json().nullable(),
        issuedAt: column.time(),
        acknowledgeBy: column.time(),
        version: column.int(),
      },
      { primary: ['id'], unique: [['unitSlot', 'unitId']], index: [['incidentId'], ['unitId', 'id']] },
    );
    await createTable(
      runner,
      'dispatch_gap',
      {
        incidentId: column.id(),
        slot: column.int(),
        discipline: column.text(10),
        priority: column.text(2),
        since: column.time(),
      },
      { primary: ['incidentId', 'slot'], index: [['discipline', 'priority', 'since']] },
    );
    await createTable(
      runner,
      'response_plan',
      { planId: column.id(), planVersion: column.int(), plan: column.json(), firstUsedAt: column.time() },
      { primary: ['planId', 'planVersion'] },
    );
    await createTable(
      runner,
      'deadline',
      { kind: column.text(40), subject: column.id(), dueAt: column.time(), data: column.json() },
      { primary: ['kind', 'subject'], index: [['dueAt']] },
    );
    await createIdempotencyKeyTable(runner);
    await createMessagingTables(runner);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations only go forward'));
  }
}
