import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { sleep } from '../../scripts/lib/command.mjs';
import { builtRevision } from '../../scripts/lib/revisions.mjs';
import { stackEnvironment, stackUp } from '../../scripts/stack/stack.mjs';
import { ClientLog } from '../faults/harness/client-log.mjs';
import { Load } from '../faults/harness/load.mjs';
import { randomOf } from '../faults/harness/random.mjs';
import { verify } from '../faults/harness/verify.mjs';
import { Api } from '../kit/api.mjs';
import { ALL_SERVICES } from '../kit/stores.mjs';
import { ownSystem, UNLIMITED } from '../kit/system.mjs';
import { differences, rowsOf, seenBy } from './compare.mjs';
import { LoggedSession } from '../faults/harness/api.mjs';
import { ENTERPRISE, fileWhere, liveThrough } from './story.mjs';

/** Tables whose rows became part of others; what units see of their files is compared. */
const MERGED = new Set(['cases.incident_file_unit']);
const GOES_ON_MS = 10_000;
/** A position in the feed as 0.1.0 gave it. */
const FORMER_POSITION = 'operators=3';

/**
 * Has an earlier release fill databases of its own, migrates them with this one, and looks whether everything is there and
 * goes on.
 * @param {{from: string, count: number, keep: boolean, say: (text: string) => void}} options `from`: the earlier release
 * @returns {Promise<{ok: boolean, from: string, incidents: number, rows: object, checks: object[]}>}
 */
export async function checkUpgrade({ from, count, keep, say }) {
  const earlier = await builtRevision(from, say);
  await stackUp();
  // both releases are to use this checkout's stack, as the one user that the earlier one knows
  const { QIJING_DB_MIGRATE_USER, QIJING_DB_MIGRATE_PASSWORD, ...environment } = stackEnvironment();
  const owner = QIJING_DB_MIGRATE_USER && {
    QIJING_DB_USER: QIJING_DB_MIGRATE_USER,
    QIJING_DB_PASSWORD: QIJING_DB_MIGRATE_PASSWORD,
  };
  Object.assign(process.env, environment, owner);
  const system = await ownSystem('cluster', { label: 'upgrade', env: UNLIMITED, say });
  const log = new ClientLog(join(system.dir, 'client.jsonl'));
  const world = { ...system, log, say };
  const checks = [];
  const check = (name, faults) => {
    checks.push({ name, ok: faults.length === 0, faults: faults.slice(0, 20), count: faults.length });
    say(`${faults.length === 0 ? 'ok  ' : 'NOT '} ${name}${faults.length > 0 ? `: ${faults[0]}` : ''}`);
  };
  let cluster;
  try {
    cluster = await earlierCluster(earlier.root, system, say);
    open(world, cluster);
    const { standing } = await liveThrough(world, { root: earlier.root, count });
    const before = { seen: await seenBy(world.api, world.stores), rows: await rowsOf(world.stores, ALL_SERVICES) };
    world.api.close();
    await cluster.stop();
    log.expect({ upgradedAt: Date.now() });
    say('migrating');
    const migrated = await system.cli(['migrate'], { allowFailure: true });
    check('the databases migrate', migrated.code === 0 ? [] : [migrated.stdout + migrated.stderr]);
    check('every row is there', missingRows(before.rows, await rowsOf(world.stores, ALL_SERVICES)));
    await system.cli(['topics', 'create']);
    cluster = await system.start({ prepare: false });
    open(world, cluster);
    const after = await seenBy(world.api, world.stores);
    check('everything is seen as before', differences(before.seen, after));
    check('the feed goes on', await feedGoesOn(world, standing[0].body));
    await goesOn(world, standing, check);
    // Who decides about cases has an account of his own now: the administrators of an installation make it, the demo is filled.
    await system.cli(['seed']);
    const { violations } = await underLoad(world);
    check('cases come to a return by the law of now', handedOver(log));
    check('the independent checker finds nothing, before and after', violations.map(inWords));
    const rows = Object.fromEntries(before.rows);
    return { ok: checks.every(({ ok }) => ok), from: earlier.commit, incidents: rows['intake.incident'], rows, checks };
  } finally {
    world.closed = true;
    world.api?.close();
    await cluster?.stop();
    log.close();
    await system.remove({ keep });
  }
}

async function earlierCluster(root, { environment, dir }, say) {
  const { startCluster } = await import(pathToFileURL(join(root, 'scripts/cluster/cluster.mjs')).href);
  return startCluster({ portBase: 0, env: environment, dataDir: dir, dist: join(root, 'dist'), say });
}

function open(world, { baseUrl, services }) {
  const { password } = world;
  Object.assign(world, {
    baseUrl,
    processes: services,
    api: new Api({ baseUrl, password, closed: () => world.closed }),
  });
}

const missingRows = (before, after) =>
  [...before].flatMap(([table, count]) => {
    const now = after.get(table) ?? 'no table';
    return now >= count || MERGED.has(table) ? [] : [`${table}: ${count}, now ${now}`];
  });

const inWords = ({ invariant, kind, subject, detail }) => `${invariant} ${kind} ${subject}: ${detail}`;

/** Somebody who comes back with a position of before is told to fetch anew, and hears of what is new. */
async function feedGoesOn(world, body) {
  const desk = await new LoggedSession(world, 'operator').signIn();
  const stop = AbortSignal.timeout(GOES_ON_MS);
  const headers = { authorization: `Bearer ${desk.token}`, 'last-event-id': FORMER_POSITION };
  const answer = await fetch(`${world.baseUrl}/api/v1/live`, { headers, signal: stop });
  let text = '';
  let incidentId;
  try {
    for await (const chunk of answer.body.pipeThrough(new TextDecoderStream())) {
      text += chunk;
      if (incidentId === undefined && text.includes('event: resync')) {
        const report = { ...body, narrative: '升级后的实时通知' };
        ({ incidentId } = (await desk.tell('reports', report, 'feed', { kind: 'report' })).answer);
      }
      if (incidentId !== undefined && text.includes(incidentId)) return [];
    }
  } catch (error) {
    return [`${error.message} after ${JSON.stringify(text.slice(-200))}`];
  }
  return ['it ended'];
}

/** At least one return was handed over, after what has to come before it. */
function handedOver({ path }) {
  const lines = readFileSync(path, 'utf8').split('\n').filter(Boolean);
  const done = lines
    .map((line) => JSON.parse(line))
    .filter(({ act, status }) => act?.startsWith('proposal-') && status === 200);
  const steps = ['proposal-approve', 'proposal-hand-over'];
  return steps.filter((step) => !done.some(({ act }) => act === step)).map((step) => `nobody could ${step}`);
}

/** What was begun before is finished now, an answer that was given is given again, and what is new goes its way. */
async function goesOn(world, standing, check) {
  const { api } = world;
  const desk = await new LoggedSession(world, 'operator').signIn();
  const began = Date.now();
  const { answer: fresh } = await desk.tell('reports', { ...standing[0].body, narrative: '升级后的新警情' }, 'fresh', {
    kind: 'report',
  });
  const planned = await fileWhere(api, fresh.incidentId, (file) => file.dispatch !== undefined);
  const late = Date.now() - began > GOES_ON_MS ? [`after ${Date.now() - began} ms`] : [];
  check('a new report is dispatched', planned.dispatch ? late : ['no dispatch']);
  const known = await contactsOnceKnown(api);
  check('contacts whose accounts are older can be named', known.includes('enterprise') ? [] : [`known: ${known}`]);
  const repeated = await Promise.all(
    standing.map(async ({ key, body, receipt }) => {
      const again = await api.post('operator', 'reports', body, key);
      return again.incidentId === receipt.incidentId && again.receipt === receipt.receipt
        ? []
        : [`${key}: ${JSON.stringify(again)}`];
    }),
  );
  check('a repeated key is answered as before', repeated.flat());
  const finished = [];
  // the first was cancelled, the last is handled
  for (const { incidentId } of standing.slice(1)) finished.push(...(await finish(api, incidentId)));
  check('what units had in hand is acknowledged, worked on and completed', finished);
  const closed = [];
  for (const { incidentId } of standing.slice(1)) {
    await fileWhere(api, incidentId, ({ state }) => state === 'HANDLED');
    await api
      .post('chief', `incidents/${incidentId}/close`, {})
      .catch((error) => closed.push(`${incidentId}: ${error.message}`));
  }
  check('handled incidents are closed', closed);
}

/** Accounts that may be named as safe contact, once identity has told of them; whoever is known in the end. */
async function contactsOnceKnown(api) {
  for (const until = Date.now() + GOES_ON_MS; ; await sleep(250)) {
    const { items } = await api.get('operator', `enterprises/${ENTERPRISE}/contacts`);
    if (items.length > 0 || Date.now() > until) return items.map(({ account }) => account);
  }
}

/** Takes every open assignment of an incident to its end, the lead's last. */
async function finish(api, incidentId) {
  const faults = [];
  const act = (unit, id, name, body = {}) =>
    api
      .post(unit, `assignments/${id}/${name}`, body)
      .catch((error) => faults.push(`${incidentId} ${name}: ${error.message}`));
  const { assignments } = await api.get('operator', `incident-files/${incidentId}`);
  const inHand = assignments.filter(
    ({ state }) => !['COMPLETED', 'DECLINED', 'REASSIGNED', 'RECALLED'].includes(state),
  );
  for (const { assignmentId, unit, role, state } of inHand.sort((a, b) => (a.role === 'lead') - (b.role === 'lead'))) {
    if (state === 'DECLINE_REQUESTED') await act('operator', assignmentId, 'reject-decline');
    if (['ISSUED', 'DECLINE_REQUESTED'].includes(state)) await act(unit.id, assignmentId, 'acknowledge');
    await act(unit.id, assignmentId, 'feedback', { text: '升级后继续处置' });
    await act(unit.id, assignmentId, 'complete', {
      text: '处置完毕',
      ...(role === 'lead' && { outcome: 'CASE_REGISTERED', releaseAssists: true }),
    });
  }
  return faults;
}

async function underLoad(world) {
  const load = new Load(world, { random: randomOf(11), perSecond: 4 });
  await load.start();
  await sleep(8_000);
  const verdict = await verify(world, load);
  await load.stop();
  return verdict;
}
