import { column, createTable, type MigrationInterface, type QueryRunner } from '#persistence';
import { createIdempotencyKeyTable } from '#platform';

/** Accounts, sessions and the signing key. */
export class CreateIdentity1795000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'account',
      {
        id: column.id(),
        account: column.text(64),
        accountKey: column.text(64),
        name: column.text(80),
        roles: column.json(),
        unitId: column.id().nullable(),
        enterpriseId: column.id().nullable(),
        passwordHash: column.text(200),
        disabled: column.bool(),
        demo: column.bool(),
        failures: column.int(),
        lockedUntil: column.time().nullable(),
        createdAt: column.time(),
        version: column.int(),
      },
      { primary: ['id'], unique: [['accountKey']] },
    );
    await createTable(
      runner,
      'session',
      {
        id: column.id(),
        accountId: column.id(),
        createdAt: column.time(),
        expiresAt: column.time(),
        revokedAt: column.time().nullable(),
      },
      { primary: ['id'], index: [['accountId'], ['expiresAt']] },
    );
    await createTable(
      runner,
      'signing_key',
      {
        id: column.id(),
        slot: column.int(),
        publicJwk: column.json(),
        privateJwk: column.json(),
        createdAt: column.time(),
      },
      { primary: ['id'], unique: [['slot']] },
    );
    await createIdempotencyKeyTable(runner);
  }

  async down(): Promise<void> {
    return Promise.reject(new Error('migrations go forward only'));
  }
}
