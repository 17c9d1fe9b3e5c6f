import { addIndex, type MigrationInterface, type QueryRunner } from '#persistence';

/** Every process asks once a second which sessions have ended; the index finds them. Safe to repeat. */
export class FindEndedSessions1815000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addIndex(runner, 'session', ['revokedAt']);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations only go forward'));
  }
}
