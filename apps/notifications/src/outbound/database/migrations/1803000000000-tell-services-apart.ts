import { addColumns, column, type MigrationInterface, type QueryRunner } from '#persistence';

/** Requests for services are spoken of in other words than incidents; of earlier ones nothing is known. Safe to repeat. */
export class TellServicesApart1803000000000 implements MigrationInterface {
  up(runner: QueryRunner): Promise<void> {
    return addColumns(runner, 'incident_audience', { service: column.bool().nullable() });
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations only go forward'));
  }
}
