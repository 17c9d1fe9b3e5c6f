import { addColumns, addIndex, column, createTable, type MigrationInterface, type QueryRunner } from '#persistence';

/**
 * Decisions and entries that one account proposes and another approves; reconsiderations of refusals to file; stops that run
 * out by themselves, and what more was on an account than the loss they cover. Safe to repeat.
 */
export class ProposeAndApprove1803000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, 'case_record', {
      reconsiderations: column.int().nullable(),
      stopDueAt: column.time().nullable(),
    });
    await addIndex(runner, 'case_record', ['stopDueAt', 'id']);
    await addColumns(runner, 'ledger_entry', {
      notedFen: column.bigint().nullable(),
      expiresAt: column.time().nullable(),
      reversedKind: column.text(20).nullable(),
      approvedBy: column.json().nullable(),
    });
    await createTable(
      runner,
      'proposal',
      {
        id: column.id(),
        caseId: column.id(),
        incidentId: column.id(),
        act: column.text(20),
        state: column.text(20),
        waitsFor: column.text(20).nullable(),
        needsLegal: column.bool(),
        ruleVersion: column.text(40),
        basis: column.text(2000),
        entry: column.json().nullable(),
        occurredAt: column.text(30).nullable(),
        steps: column.json(),
        version: column.int(),
      },
      { primary: ['id'], index: [['waitsFor', 'id'], ['caseId']] },
    );
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations go forward only'));
  }
}
