import { send, type Answer } from './client.js';
import { feedOf } from './feed.js';
import type { Incident, World } from './world.js';

/** Reads as somebody. */
export const readAs = (world: World, account: string, path: string): Promise<Answer> =>
  send(world.system.url, { method: 'GET', path: `/api/v1/${path}`, token: world.people.token(account) });

/** Everything that somebody of an enterprise could learn of an incident by; empty where that is nothing. */
export async function learntBy(
  world: World,
  account: string,
  { incidentId, reportId }: Pick<Incident, 'incidentId' | 'reportId'>,
): Promise<string[]> {
  const pages = [`incident-files/${incidentId}`, `incidents/${incidentId}`, `reports/${reportId}`];
  const lists = ['incident-files?limit=200', 'incidents?limit=200', `notices?incidentId=${incidentId}`];
  const open = await Promise.all(
    pages.map(async (path) => ((await readAs(world, account, path)).status === 200 ? [path.split('/')[0] ?? ''] : [])),
  );
  const listed = await Promise.all(
    lists.map(async (path) =>
      (await readAs(world, account, path)).text.includes(incidentId) ? [`list of ${path}`] : [],
    ),
  );
  const feed = (await feedOf(world, account)).includes(incidentId) ? ['feed'] : [];
  return [...open, ...listed, feed].flat();
}
