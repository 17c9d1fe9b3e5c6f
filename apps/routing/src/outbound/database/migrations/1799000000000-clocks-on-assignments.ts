import {
  addColumns,
  addIndex,
  column,
  dropIndex,
  dropTable,
  tableNow,
  type MigrationInterface,
  type QueryRunner,
} from '#persistence';

/**
 * Keeps on an assignment when its clocks ring next and who moved its place last, counts the events of a dispatch apart from
 * its version, and lets places be found by their unit. Running deadlines move to their assignments.
 */
export class ClocksOnAssignments1799000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, 'assignment', {
      ringsAt: column.time().nullable(),
      rung: column.json().nullable(),
      placeAt: column.time().nullable(),
      placeBy: column.text(12).nullable(),
    });
    await addColumns(runner, 'dispatch', { published: column.int().nullable() });
    await runner.query('UPDATE `dispatch` SET `published` = `version` WHERE `published` IS NULL');
    await addIndex(runner, 'assignment', ['unitId', 'unitSlot'], { unique: true });
    await dropIndex(runner, 'assignment', ['unitSlot', 'unitId'], { unique: true });
    await addIndex(runner, 'assignment', ['ringsAt']);
    await addIndex(runner, 'assignment', ['placeAt', 'placeBy']);
    if (await tableNow(runner, 'deadline')) await takeDeadlinesOver(runner);
    await dropTable(runner, 'deadline');
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations only go forward'));
  }
}

/** A deadline said which share of the limit comes next; an assignment keeps which one came last. */
async function takeDeadlinesOver(runner: QueryRunner): Promise<void> {
  const due = "FROM `deadline` WHERE `kind` = 'acknowledge'";
  await runner.query(
    `UPDATE \`assignment\` SET \`rings_at\` = (SELECT \`due_at\` ${due} AND \`subject\` = \`id\`),
    \`rung\` = (SELECT CASE WHEN \`data\` LIKE '%"stage":200%' THEN '{"acknowledge":100}'
      WHEN \`data\` LIKE '%"stage":100%' THEN '{"acknowledge":50}' ELSE NULL END ${due} AND \`subject\` = \`id\`)
    WHERE \`rings_at\` IS NULL AND \`id\` IN (SELECT \`subject\` ${due})`,
  );
}
