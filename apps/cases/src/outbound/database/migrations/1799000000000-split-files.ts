import {
  addColumns,
  addIndex,
  column,
  createTable,
  dropTable,
  renameColumn,
  tableNow,
  type MigrationInterface,
  type QueryRunner,
} from '#persistence';

/** Files per statement. */
const CHUNK = 100;

/** What belongs to the reports, of the one document that a file was. */
const OF_REPORTS = [
  'type', 'slaProfile', 'firedRules', 'enterpriseRelated', 'enterprise', 'place', 'occurredFrom', 'occurredTo', 'flags',
  'crowd', 'injured', 'estimatedLossFen', 'details', 'reports',
]; // prettier-ignore
const OF_DISPATCH = ['plannedAt', 'plan', 'slots', 'informed'];
const OF_PROGRESS = [
  'insiderSuspected', 'safeContact', 'assignments', 'case', 'advice', 'outcome', 'leadBy', 'cancelled', 'closed',
]; // prettier-ignore

type Doc = Record<string, unknown>;

/**
 * One document per file becomes three that change apart, and what units a file concerns gets the order in which a unit's
 * list is read. Rows that were there are carried over. Safe to repeat: a file with a report was carried over already.
 */
export class SplitFiles1799000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, 'incident_file', {
      report: column.json().nullable(),
      dispatch: column.json().nullable(),
    });
    await renameColumn(runner, 'incident_file', 'doc', 'progress');
    while ((await splitSome(runner)) > 0);
    await addIndex(runner, 'incident_file', ['leadUnitId', 'receivedAt', 'id']);
    await addIndex(runner, 'incident_file', ['caseKind', 'receivedAt', 'id']);
    await createTable(
      runner,
      'unit_file',
      { unitId: column.id(), receivedAt: column.time(), incidentId: column.id() },
      { primary: ['unitId', 'receivedAt', 'incidentId'], inKeyOrder: true },
    );
    await moveUnits(runner);
    await dropTable(runner, 'incident_file_unit');
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations only go forward'));
  }
}

async function splitSome(runner: QueryRunner): Promise<number> {
  const rows = (await runner.query(
    `SELECT \`id\`, \`progress\` FROM \`incident_file\` WHERE \`report\` IS NULL LIMIT ${CHUNK}`,
  )) as { id: string; progress: string }[];
  if (rows.length === 0) return 0;
  const docs = rows.map(({ id, progress }) => ({ id, doc: JSON.parse(progress) as Doc }));
  const parts: [string, (doc: Doc) => string | null][] = [
    ['report', (doc) => JSON.stringify(picked(doc, OF_REPORTS))],
    ['dispatch', ({ dispatch }) => (dispatch ? JSON.stringify(picked(dispatch as Doc, OF_DISPATCH)) : null)],
    ['progress', (doc) => JSON.stringify(picked(doc, OF_PROGRESS))],
  ];
  const sets = parts.map(([name]) => `\`${name}\` = CASE \`id\`${' WHEN ? THEN ?'.repeat(rows.length)} END`);
  await runner.query(
    `UPDATE \`incident_file\` SET ${sets.join(', ')} WHERE \`id\` IN (${rows.map(() => '?').join(', ')})`,
    [...parts.flatMap(([, part]) => docs.flatMap(({ id, doc }) => [id, part(doc)])), ...rows.map(({ id }) => id)],
  );
  return rows.length;
}

/** The lead of a file is in its own row. */
async function moveUnits(runner: QueryRunner): Promise<void> {
  if (!(await tableNow(runner, 'incident_file_unit'))) return;
  await runner.query(
    'INSERT INTO `unit_file` (`unit_id`, `received_at`, `incident_id`) ' +
      'SELECT u.`unit_id`, f.`received_at`, u.`incident_id` FROM `incident_file_unit` u ' +
      'JOIN `incident_file` f ON f.`id` = u.`incident_id` ' +
      'LEFT JOIN `unit_file` n ON n.`unit_id` = u.`unit_id` AND n.`received_at` = f.`received_at` ' +
      'AND n.`incident_id` = u.`incident_id` ' +
      'WHERE n.`unit_id` IS NULL AND (f.`lead_unit_id` IS NULL OR f.`lead_unit_id` <> u.`unit_id`)',
  );
}

const picked = (doc: Doc, names: readonly string[]): Doc =>
  Object.fromEntries(names.filter((name) => doc[name] !== undefined).map((name) => [name, doc[name]]));
