import {
  addColumns,
  addIndex,
  column,
  createTable,
  dropColumns,
  sqlTime,
  type MigrationInterface,
  type QueryRunner,
} from '#persistence';

/**
 * Wrong passwords are counted by where they come from instead of by account; passwords have an age, a history and one-time
 * secrets, sessions an end by lying idle. Ages and times of disuse are counted from now for accounts that are there. Safe to
 * repeat.
 */
export class KeepSignInSources1820000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'sign_in_source',
      {
        id: column.id(),
        accountId: column.id(),
        device: column.id().nullable(),
        failures: column.int(),
        blockedUntil: column.time().nullable(),
        lastAt: column.time(),
        version: column.int(),
      },
      { primary: ['id'], index: [['accountId'], ['device'], ['lastAt']] },
    );
    await addColumns(runner, 'account', {
      formerPasswords: column.json().nullable(),
      passwordSetAt: column.time().nullable(),
      temporary: column.bool().nullable(),
      resetHash: column.id().nullable(),
      resetUntil: column.time().nullable(),
      lastUsedAt: column.time().nullable(),
    });
    await addIndex(runner, 'account', ['resetHash']);
    await addColumns(runner, 'session', { idleUntil: column.time().nullable() });
    await addIndex(runner, 'session', ['idleUntil']);
    const now = sqlTime(new Date());
    for (const since of ['password_set_at', 'last_used_at'])
      await runner.query(`UPDATE \`account\` SET \`${since}\` = ? WHERE \`${since}\` IS NULL`, [now]);
    await dropColumns(runner, 'account', ['failures', 'lockedUntil']);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations go forward only'));
  }
}
