import { column, createTable, dropTable, type MigrationInterface, type QueryRunner } from '#persistence';
import { shapes } from './1790000000000-create-notifications.js';

const counter = {
  columns: { name: column.id(), value: column.bigint() },
  keys: { primary: ['name'] },
};
const feed = {
  columns: {
    seq: column.bigint(),
    incidentId: column.id().nullable(),
    type: column.text(80),
    audiences: column.json(),
    data: column.long(),
    noticeTo: column.text(120).nullable(),
    notice: column.long().nullable(),
    at: column.time(),
  },
  keys: { primary: ['seq'], index: [['at']], inKeyOrder: true },
};

/** Notices told per statement. */
const PAGE = 200;

interface Told {
  seq: number | string;
  data: string;
  id: string;
  incident_id: string;
  number: string;
  template: string;
  position: number | string;
  audience: string;
}

/**
 * One row per event instead of one per audience. Operators were told everything, so their entries become the feed, under
 * their numbers; each gets the notice that its event caused. The copies of units are not taken over: whoever comes with an
 * old position has to fetch anew, because it counts something else.
 */
export class MoveFeed1799000000000 implements MigrationInterface {
  readonly name = 'MoveFeed1799000000000';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, 'feed_counter', counter.columns, counter.keys);
    await createTable(runner, 'feed', feed.columns, feed.keys);
    // After a run that was killed behind its last steps they are gone already, and there is nothing to take over.
    await createTable(runner, 'feed_entry', shapes.feedEntry.columns, shapes.feedEntry.keys);
    await createTable(runner, 'feed_head', shapes.feedHead.columns, shapes.feedHead.keys);
    await takeEntries(runner);
    await takeNotices(runner);
    await dropTable(runner, 'feed_entry');
    await dropTable(runner, 'feed_head');
  }

  down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}

async function takeEntries(runner: QueryRunner): Promise<void> {
  const [taken] = (await runner.query('SELECT MAX(`seq`) AS last FROM `feed`')) as { last: number | string | null }[];
  await runner.query(
    'INSERT INTO `feed` (`seq`, `incident_id`, `type`, `audiences`, `data`, `at`) ' +
      'SELECT `seq`, `incident_id`, `type`, \'["operators"]\', `data`, `at` FROM `feed_entry` ' +
      "WHERE `audience` = 'operators' AND `seq` > ?",
    [taken?.last ?? 0],
  );
  await runner.query(
    "INSERT INTO `feed_counter` (`name`, `value`) SELECT 'feed', `last_seq` FROM `feed_head` " +
      "WHERE `audience` = 'operators' AND NOT EXISTS (SELECT 1 FROM `feed_counter`)",
  );
}

/** An entry begins `{"eventId":"…`, by which it finds its notice. */
async function takeNotices(runner: QueryRunner): Promise<void> {
  for (let last: number | string = 0; ;) {
    const page = (await runner.query(
      'SELECT f.`seq`, f.`data`, n.`id`, n.`incident_id`, n.`number`, n.`template`, n.`position`, n.`audience` ' +
        'FROM `feed` f JOIN `notice` n ON n.`incident_id` = f.`incident_id` AND n.`event_id` = SUBSTR(f.`data`, 13, 36) ' +
        `WHERE f.\`seq\` > ? ORDER BY f.\`seq\` LIMIT ${PAGE}`,
      [last],
    )) as Told[];
    const end = page.at(-1);
    if (!end) return;
    last = end.seq;
    const cases = ' WHEN ? THEN ?'.repeat(page.length);
    await runner.query(
      `UPDATE \`feed\` SET \`notice_to\` = CASE \`seq\`${cases} END, \`notice\` = CASE \`seq\`${cases} END ` +
        `WHERE \`seq\` IN (${page.map(() => '?').join(', ')})`,
      [
        ...page.flatMap(({ seq, audience }) => [seq, audience]),
        ...page.flatMap((told) => [told.seq, noticeOf(told)]),
        ...page.map(({ seq }) => seq),
      ],
    );
  }
}

function noticeOf({ data, id, incident_id: incidentId, number, template: step, position }: Told): string {
  const { occurredAt: at } = JSON.parse(data) as { occurredAt: string };
  return JSON.stringify({ noticeId: id, incidentId, number, step, position: Number(position), at });
}
