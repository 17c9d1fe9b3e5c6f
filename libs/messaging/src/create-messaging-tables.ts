import { createTable, type QueryRunner } from '#persistence';
import { shapes } from './tables.js';

/** The tables as services create them in their first migration; frozen, so a later change gets a migration of its own. */
export async function createMessagingTables(runner: QueryRunner): Promise<void> {
  await createTable(runner, 'outbox', shapes.outbox.columns, shapes.outbox.keys);
  await createTable(runner, 'stream_cursor', shapes.cursor.columns, shapes.cursor.keys);
  await createTable(runner, 'parked_event', shapes.parked.columns, shapes.parked.keys);
  await createTable(runner, 'relay_lease', shapes.lease.columns, shapes.lease.keys);
  await runner.query(
    'INSERT INTO `relay_lease` (`shard`, `owner`, `epoch`, `expires_at`) ' +
      "SELECT 0, '', 0, 0 FROM (SELECT 1 AS one) AS seed WHERE NOT EXISTS (SELECT 1 FROM `relay_lease`)",
  );
}
