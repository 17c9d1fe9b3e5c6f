import { DISCIPLINES } from '#contracts';
import type { MigrationInterface, QueryRunner } from '#persistence';

/** Incidents per statement. */
const CHUNK = 200;

/**
 * What is known of an incident names the part of each unit, where it had the code of those whose part stands. Codes begin with
 * the discipline; of a code that does not, police are meant. Safe to repeat.
 */
export class KeepParts1801000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (let after: string | undefined = ''; after !== undefined;) {
      const rows = (await runner.query(
        `SELECT \`id\`, \`units\` FROM \`incident_audience\` WHERE \`id\` > ? ORDER BY \`id\` LIMIT ${CHUNK}`,
        [after],
      )) as { id: string; units: string }[];
      for (const { id, units } of rows) {
        const known = JSON.parse(units) as unknown[];
        if (!known.some((unit) => typeof unit === 'string')) continue;
        const parts = known.map((unit) => (typeof unit === 'string' ? partOf(unit) : unit));
        await runner.query('UPDATE `incident_audience` SET `units` = ? WHERE `id` = ?', [JSON.stringify(parts), id]);
      }
      after = rows.length === CHUNK ? rows.at(-1)?.id : undefined;
    }
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations only go forward'));
  }
}

function partOf(unitId: string): object {
  const [discipline = 'PS'] = DISCIPLINES.filter((each) => unitId.startsWith(each)).sort((a, b) => b.length - a.length);
  return { unitId, discipline, role: 'assist', state: 'ACKNOWLEDGED' };
}
