import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sleep } from '../../scripts/lib/command.mjs';
import { inRoot } from '../../scripts/lib/paths.mjs';
import { ClientLog } from '../faults/harness/client-log.mjs';
import { Load } from '../faults/harness/load.mjs';
import { randomOf } from '../faults/harness/random.mjs';
import { verify } from '../faults/harness/verify.mjs';
import { openWorld } from '../faults/harness/world.mjs';
import { storesOf } from '../kit/stores.mjs';

/** Reports a second. */
const RATE = 4;

/**
 * The drill: a system under load is backed up while it runs, goes on, loses a database or all of them, and is put back; the
 * independent checker says what is missing.
 * @param {{profile: 'embedded'|'cluster', incidents: number, seed?: number, say: (text: string) => void}} options
 *   `incidents`: reports before each backup; half as many come after it
 * @returns {Promise<{ok: boolean, profile: string, cases: DrillCase[]}>}
 *
 * @typedef {object} DrillCase
 * @property {string} id what was lost: `notifications` (its database alone) or `all`
 * @property {boolean} ok
 * @property {number} lost what was acknowledged and neither the backup nor the topics gave back, among what they should hold
 * @property {number} doubled
 * @property {number} afterBackup reports acknowledged after the backup that no database has: on the cluster each is in the
 *   file of what was taken off the topics (or it counts as lost), in one process they went with the file
 * @property {number} restoreMs from the loss to a system that is ready
 * @property {string[]} notes the first violations
 */
export async function drill({ profile, incidents, seed = 1, say }) {
  const world = await openWorld({ profile, folder: tmpdir(), dist: inRoot('dist'), say });
  world.failed = (error) => say(`client: ${error.message}`);
  const part = { world, incidents, say, random: randomOf(seed, 'drill') };
  try {
    const cases = profile === 'cluster' ? [await loseOne(part)] : [];
    cases.push(await loseAll(part));
    return { ok: cases.every(({ ok }) => ok), profile, cases };
  } finally {
    world.log.close();
    await world.close();
  }
}

/** A reader's database is lost while all others work on: nothing may be missing afterwards. */
async function loseOne(part) {
  const service = 'notifications';
  const { world, say } = part;
  const process = world.processes[service];
  const { load, folder } = await backedUp(part, service);
  await process.stop();
  await world.stores.drop([service]);
  const lostAt = Date.now();
  say(`the database of ${service} is gone`);
  const { since } = await qijing(world, 'restore', folder, '--service', service);
  await qijing(world, 'consumers', 'rewind', service, '--to', since);
  process.start();
  await process.untilReady();
  const restoreMs = Date.now() - lostAt;
  world.log.fault('one database lost', lostAt, Date.now());
  say(`back after ${restoreMs} ms`);
  const { violations } = await verify(world, load);
  await load.stop();
  return judged(service, violations, { restoreMs, afterBackup: 0 });
}

/** Everything is lost: what was acknowledged before the backup is there again, and the topics tell people the rest. */
async function loseAll(part) {
  const { world, say } = part;
  const { load, folder, takenAt } = await backedUp(part, 'all');
  await load.stop();
  const processes = Object.values(world.processes);
  for (const process of processes) await process.stop();
  await destroy(world);
  const lostAt = Date.now();
  say('all databases are gone');
  const kept = join(world.dir, 'cut.jsonl');
  const { since } = await qijing(world, 'restore', folder);
  if (world.profile === 'cluster') await qijing(world, 'topics', 'reconcile', '--since', since, '--keep', kept);
  for (const process of processes) process.start();
  await Promise.all(processes.map((process) => process.untilReady()));
  const restoreMs = Date.now() - lostAt;
  say(`back after ${restoreMs} ms`);
  if (world.profile === 'embedded') world.stores = storesOf(world);
  const gone = await forget(world, takenAt);
  world.log.fault('all databases lost', takenAt, Date.now());
  // Units finish what they had, and the system shows that it takes reports.
  const again = new Load(world, { random: part.random, perSecond: RATE });
  await again.start();
  while (again.reports.length === 0) await sleep(50);
  const { violations } = await verify(world, again);
  await again.stop();
  const unkept = world.profile === 'cluster' ? gone.filter((id) => !readFileSync(kept, 'utf8').includes(id)) : [];
  const lost = unkept.map((subject) => ({ invariant: 'drill', kind: 'lost', subject, detail: 'on no topic either' }));
  return judged('all', [...violations, ...lost], { restoreMs, afterBackup: gone.length });
}

/** Reports, a backup in the middle of them, and half as many more. */
async function backedUp({ world, incidents, say, random }, name) {
  const load = new Load(world, { random: random.of(name), perSecond: RATE });
  await load.start();
  const reach = async (count) => {
    while (load.reports.length < count) await sleep(50);
  };
  await reach(incidents);
  const folder = join(world.dir, `backup-${name}`);
  const { takenAt, rows, ms } = await qijing(world, 'backup', folder);
  say(`backed up ${rows} rows in ${ms} ms, under load`);
  await reach(load.reports.length + Math.ceil(incidents / 2));
  await load.stopReports();
  return { load, folder, takenAt: Date.parse(takenAt) };
}

async function qijing(world, ...words) {
  const { stdout } = await world.cli([...words, '--json']);
  return JSON.parse(stdout);
}

async function destroy(world) {
  if (world.profile === 'cluster') return world.stores.drop();
  await world.stores.close();
  for (const end of ['', '-wal', '-shm']) rmSync(join(world.sqliteDir, `qijing.sqlite${end}`), { force: true });
  mkdirSync(world.sqliteDir, { recursive: true });
}

/**
 * From the backup on nobody knows what became of a request: the client's log says so, and goes on in another file. Answers the
 * reports that were acknowledged since and that no database has.
 */
async function forget(world, takenAt) {
  const entries = readFileSync(world.log.path, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
  const isLate = ({ answeredAt }) => answeredAt >= takenAt;
  world.log.close();
  world.log = new ClientLog(join(world.dir, 'client-again.jsonl'));
  for (const entry of entries) world.log.write(isLate(entry) ? { ...entry, status: null, answer: undefined } : entry);
  const late = entries.filter((entry) => entry.kind === 'report' && entry.status === 201 && isLate(entry));
  const there = new Set((await world.stores.all('intake', 'SELECT `id` FROM `@report`')).map(({ id }) => id));
  return late.map(({ answer }) => answer.reportId).filter((id) => !there.has(id));
}

function judged(id, violations, figures) {
  const of = (kind) => new Set(violations.filter((one) => one.kind === kind).map(({ subject }) => subject)).size;
  const notes = violations
    .slice(0, 5)
    .map(({ invariant, kind, subject, detail }) => `${invariant} ${kind} ${subject}: ${detail}`);
  return { id, ok: violations.length === 0, lost: of('lost'), doubled: of('doubled'), ...figures, notes };
}
