import { eachStore } from '../stores.js';
import type { Outcome, Task } from '../perform.js';

/** How many events wait in each service's outbox, since when, and which process sends them. */
export async function outboxStatus({ config }: Task): Promise<Outcome> {
  const services = await eachStore(config, 'outbox', async (database, { service }) => {
    const [waiting] = await database.query<{ depth: number | string; oldest: string | null }>(
      'SELECT COUNT(*) AS depth, MIN(`created_at`) AS oldest FROM `outbox`',
    );
    const [lease] = await database.query<{ owner: string; left: number | string }>(
      `SELECT \`owner\`, \`expires_at\` - ${database.nowExpression} AS \`left\` FROM \`relay_lease\` WHERE \`shard\` = 0`,
    );
    const sender = lease && Number(lease.left) > 0 ? lease.owner : null;
    return { service, depth: Number(waiting?.depth ?? 0), oldest: waiting?.oldest ?? null, sender };
  });
  const lines = services.map(
    ({ service, depth, oldest, sender }) =>
      `${service.padEnd(14)} ${String(depth).padStart(6)} waiting  oldest ${oldest ?? '-'}  sender ${sender ?? '-'}`,
  );
  return { ok: true, services, lines };
}
