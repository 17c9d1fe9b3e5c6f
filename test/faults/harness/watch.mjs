import { sleep } from '../../../scripts/lib/command.mjs';
import { ALL_SERVICES } from '../../kit/stores.mjs';

const LOOK = 60;
/** What waits after a fault goes on within this time, ms (I8); later nothing can be expected any more. */
const GOES_ON_WITHIN = 30_000;
/** Where the work of a service shows, per incident. */
const TRACE = {
  intake: ['routing', 'dispatch'],
  routing: ['routing', 'dispatch'],
  cases: ['cases', 'incident_file'],
  notifications: ['notifications', 'incident_audience'],
  identity: ['routing', 'dispatch'],
  standalone: ['notifications', 'incident_audience'],
};

/** Who takes every event that others publish of incidents. */
const TAKE_EVERYTHING = { cases: ['intake', 'routing'], notifications: ['intake', 'routing', 'cases'] };
/** Where these keep what they have seen of an incident, unless something of it is parked. */
const SEEN_IN = { cases: 'incident_file', notifications: 'incident_audience' };

/**
 * From `killedAt` to the first incident, reported after it, that went through the service again: dispatched by routing, in
 * a file of cases, known to notifications; for identity, reported by somebody who signed in after it. Undefined when that
 * takes longer than `patienceMs`.
 */
export async function recoveryOf({ stores }, load, service, killedAt, patienceMs = 60_000) {
  const [owner, table] = TRACE[service];
  const after = (report) => report.sentAt >= killedAt && (service !== 'identity' || report.signedInAt >= killedAt);
  load.probe({ signIn: service === 'identity' });
  for (const until = Date.now() + patienceMs; Date.now() < until; await sleep(LOOK)) {
    const ids = load.reports.filter(after).map(({ incidentId }) => incidentId);
    if (ids.length === 0) continue;
    const marks = ids.map(() => '?').join(', ');
    const found = await stores
      .all(owner, `SELECT \`id\` FROM \`@${table}\` WHERE \`id\` IN (${marks}) LIMIT 1`, ids)
      .catch(() => []);
    if (found.length > 0) return Date.now() - killedAt;
  }
  return undefined;
}

/** How much was published and how much was taken, as one line that stops changing when nothing moves. */
async function standing({ stores, profile }) {
  const sum = async (service, sql) => Number(Object.values((await stores.all(service, sql))[0])[0] ?? 0);
  const published = {
    intake: await sum('intake', 'SELECT SUM(`published`) FROM `@incident`'),
    routing: await sum('routing', 'SELECT SUM(`published`) FROM `@dispatch`'),
    cases: await sum('cases', 'SELECT SUM(`published`) FROM `@incident_file`'),
  };
  const incidents = await sum('intake', 'SELECT COUNT(*) FROM `@incident`');
  let behind = incidents - (await sum('routing', 'SELECT COUNT(*) FROM `@dispatch`'));
  // In one process events are handed over inside transactions, and nobody counts them off.
  for (const [service, sources] of Object.entries(profile === 'cluster' ? TAKE_EVERYTHING : {})) {
    for (const source of sources) {
      const alone = `FROM \`@stream_cursor\` WHERE LENGTH(\`aggregate_id\`) = 36 AND \`source\` = '${source}'`;
      const kept = `SELECT SUM(JSON_EXTRACT(\`seen\`, '$.${source}')) FROM \`@${SEEN_IN[service]}\``;
      const taken = (await sum(service, `SELECT SUM(\`last_seq\`) ${alone}`)) + (await sum(service, kept));
      behind += Math.abs(published[source] - taken);
    }
  }
  let waiting = 0;
  for (const service of ALL_SERVICES) waiting += await sum(service, 'SELECT COUNT(*) FROM `@outbox`');
  const active = await sum('routing', 'SELECT COUNT(*) FROM `@assignment` WHERE `unit_slot` > 0');
  const gaps = await sum('routing', 'SELECT COUNT(*) FROM `@dispatch_gap`');
  return { text: JSON.stringify({ published, behind, waiting, active, gaps }), behind, waiting, active };
}

/** Waits until everything that was published was taken and nobody acts any more; `settled` allows for what is parked. */
export async function untilQuiet(world, { patienceMs = 120_000 } = {}) {
  const began = Date.now();
  let before = '';
  let since = Date.now();
  for (;;) {
    const now = await standing(world).catch((error) => ({ text: `away: ${error.message}`, waiting: 1 }));
    if (now.text !== before) since = Date.now();
    before = now.text;
    const still = Date.now() - since;
    const done = now.waiting === 0 && now.behind === 0 && now.active === 0;
    if ((done && still > 1_200) || (now.waiting === 0 && still > GOES_ON_WITHIN)) return Date.now() - began;
    if (Date.now() - began > patienceMs) return Date.now() - began;
    await sleep(200);
  }
}
