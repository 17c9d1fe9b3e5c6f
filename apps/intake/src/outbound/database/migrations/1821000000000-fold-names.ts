import { foldForSearch } from '#domain-kit';
import { addColumns, column, type MigrationInterface, type QueryRunner } from '#persistence';

/** Enterprises per round. */
const CHUNK = 500;

/** Keeps the name of an enterprise as it is looked for; those that are there get it now. Safe to repeat. */
export class FoldNames1821000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, 'enterprise', { soughtName: column.long().nullable() });
    while ((await foldSome(runner)) === CHUNK);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations only go forward'));
  }
}

async function foldSome(runner: QueryRunner): Promise<number> {
  const rows = (await runner.query(
    `SELECT \`id\`, \`name\` FROM \`enterprise\` WHERE \`sought_name\` IS NULL LIMIT ${CHUNK}`,
  )) as { id: string; name: string }[];
  for (const { id, name } of rows) {
    await runner.query('UPDATE `enterprise` SET `sought_name` = ? WHERE `id` = ?', [foldForSearch(name), id]);
  }
  return rows.length;
}
