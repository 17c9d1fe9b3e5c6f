import { createMessagingTables } from '#messaging';
import { column, createTable, type MigrationInterface, type QueryRunner } from '#persistence';
import { createIdempotencyKeyTable } from '#platform';

/** The first tables of the service, frozen. */
export class CreateCases1790000000000 implements MigrationInterface {
  name = 'CreateCases1790000000000';

  async up(runner: QueryRunner): Promise<void> {
    await createFiles(runner);
    await createCases(runner);
    await createMessagingTables(runner);
    await createIdempotencyKeyTable(runner);
  }

  down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}

async function createFiles(runner: QueryRunner): Promise<void> {
  await createTable(
    runner,
    'incident_file',
    {
      id: column.id(),
      number: column.text(40),
      state: column.text(20),
      priority: column.text(4),
      restricted: column.bool(),
      safeContact: column.text(80).nullable(),
      enterpriseId: column.id().nullable(),
      reporterAccountId: column.id().nullable(),
      leadUnitId: column.id().nullable(),
      caseKind: column.text(20).nullable(),
      receivedAt: column.time(),
      doc: column.json(),
      published: column.int(),
      version: column.int(),
    },
    {
      primary: ['id'],
      index: [
        ['receivedAt', 'id'],
        ['enterpriseId', 'receivedAt', 'id'],
        ['reporterAccountId', 'receivedAt', 'id'],
      ],
    },
  );
  await createTable(
    runner,
    'timeline_entry',
    {
      incidentId: column.id(),
      source: column.text(20),
      sequence: column.int(),
      type: column.text(80),
      at: column.time(),
      recordedAt: column.time(),
      doc: column.json(),
    },
    { primary: ['incidentId', 'source', 'sequence'], inKeyOrder: true },
  );
  await createTable(
    runner,
    'incident_file_unit',
    { unitId: column.id(), incidentId: column.id() },
    { primary: ['unitId', 'incidentId'] },
  );
}

async function createCases(runner: QueryRunner): Promise<void> {
  await createTable(
    runner,
    'case_record',
    {
      id: column.id(),
      incidentId: column.id(),
      number: column.text(40),
      kind: column.text(20),
      state: column.text(20),
      enterpriseId: column.id().nullable(),
      registeredAt: column.time(),
      filedAt: column.time().nullable(),
      suspects: column.json(),
      version: column.int(),
    },
    { primary: ['id'], unique: [['number'], ['incidentId']] },
  );
  await createTable(
    runner,
    'ledger_entry',
    {
      id: column.id(),
      caseId: column.id(),
      line: column.int(),
      kind: column.text(20),
      amountFen: column.bigint(),
      holding: column.text(40).nullable(),
      reverses: column.id().nullable(),
      method: column.text(200).nullable(),
      approvalRef: column.text(120).nullable(),
      exceptionCode: column.text(60).nullable(),
      note: column.text(1000).nullable(),
      occurredAt: column.time(),
      recordedAt: column.time(),
      by: column.json(),
    },
    { primary: ['id'], unique: [['caseId', 'line'], ['reverses']] },
  );
  await createTable(runner, 'number_sequence', { id: column.id(), nextSerial: column.int() }, { primary: ['id'] });
}
