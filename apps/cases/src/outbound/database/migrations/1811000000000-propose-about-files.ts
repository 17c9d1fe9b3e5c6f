import { allowNull, column, type MigrationInterface, type QueryRunner } from '#persistence';

/** A proposal may be about the file of an incident that has no case. Safe to repeat. */
export class ProposeAboutFiles1811000000000 implements MigrationInterface {
  up(runner: QueryRunner): Promise<void> {
    return allowNull(runner, 'proposal', 'caseId', column.id());
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations go forward only'));
  }
}
