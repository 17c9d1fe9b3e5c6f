import type { MigrationInterface, QueryRunner } from '#persistence';

/** Files per statement. */
const CHUNK = 200;
const GONE = ['DECLINED', 'REASSIGNED', 'RECALLED'];

interface Row {
  readonly id: string;
  readonly lead_unit_id: string | null;
  readonly dispatch: string | null;
  readonly progress: string;
}

interface Part {
  readonly role: string;
  readonly state: string;
  readonly unit: { readonly id: string };
}

/**
 * Lists of units end with their part in the incident and hold what units are informed of: rows of released units go, those of
 * informed ones come, and a lead that was released leads no more. Safe to repeat.
 */
export class EndParts1801000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (let after: string | undefined = ''; after !== undefined;) {
      const rows = (await runner.query(
        'SELECT `id`, `lead_unit_id`, `dispatch`, `progress` FROM `incident_file` WHERE `id` > ? ' +
          `ORDER BY \`id\` LIMIT ${CHUNK}`,
        [after],
      )) as Row[];
      for (const row of rows) await correct(runner, row);
      after = rows.length === CHUNK ? rows.at(-1)?.id : undefined;
    }
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations only go forward'));
  }
}

async function correct(runner: QueryRunner, { id, lead_unit_id: led, dispatch, progress }: Row): Promise<void> {
  const { assignments } = JSON.parse(progress) as { assignments: Part[] };
  const { informed = [] } = dispatch === null ? {} : (JSON.parse(dispatch) as { informed?: Partial<Part>[] });
  const standing = assignments.filter(({ state }) => !GONE.includes(state));
  const lead = standing.findLast(({ role }) => role === 'lead')?.unit.id;
  if (led !== null && led !== lead) {
    await runner.query('UPDATE `incident_file` SET `lead_unit_id` = ? WHERE `id` = ?', [lead ?? null, id]);
  }
  const told = informed.flatMap(({ unit }) => unit?.id ?? []);
  const stay = new Set([...standing.map(({ unit }) => unit.id), ...told].filter((unit) => unit !== lead));
  for (const unit of new Set(assignments.map((one) => one.unit.id))) {
    if (stay.has(unit)) continue;
    await runner.query('DELETE FROM `unit_file` WHERE `unit_id` = ? AND `incident_id` = ?', [unit, id]);
  }
  for (const unit of stay) {
    await runner.query(
      'INSERT INTO `unit_file` (`unit_id`, `received_at`, `incident_id`) SELECT ?, f.`received_at`, f.`id` ' +
        'FROM `incident_file` f WHERE f.`id` = ? AND NOT EXISTS (SELECT 1 FROM `unit_file` u ' +
        'WHERE u.`unit_id` = ? AND u.`received_at` = f.`received_at` AND u.`incident_id` = f.`id`)',
      [unit, id, unit],
    );
  }
}
