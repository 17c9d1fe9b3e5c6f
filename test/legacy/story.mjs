import { join } from 'node:path';
import { sleep } from '../../scripts/lib/command.mjs';
import { randomOf } from '../faults/harness/random.mjs';
import { LoggedSession } from '../faults/harness/api.mjs';
import { Load } from '../faults/harness/load.mjs';

const PER_SECOND = 5;
const LOOK_MS = 250;
const PATIENCE_MS = 60_000;
const PLACE = { address: '示范园区创新路1号', longitude: 119.951, latitude: 31.703 };
/** The enterprise of the demo's contact. */
export const ENTERPRISE = '01900000-0000-7000-8000-000000000001';

/** What the lead of an incident did, step by step; each stays at its last step. */
const STANDS = [
  [],
  [['acknowledge']],
  [['acknowledge'], ['depart']],
  [['acknowledge'], ['depart'], ['arrive']],
  [['acknowledge'], ['arrive'], ['start-work']],
  [['acknowledge'], ['feedback', { text: '现场已控制' }]],
  [['decline', { reason: 'engaged' }]],
  [
    ['acknowledge'],
    ['feedback', { text: '现场已控制' }],
    ['complete', { text: '处置完毕', outcome: 'CASE_REGISTERED', releaseAssists: true }],
  ],
];

/**
 * Has a system live through what a release must be able to take over: the demo's story, `count` incidents that people work
 * on and close, and some that stand at every step of their way.
 * @param {object} world see openWorld of the fault runs
 * @param {{root: string, count: number}} options `root`: the revision whose own demo is played
 * @returns {Promise<{standing: {incidentId: string, key: string, receipt: object}[]}>} incidents that were left at a step
 */
export async function liveThrough(world, { root, count }) {
  const { playDemo } = await import(join(root, 'dist/apps/standalone/src/demo/play-demo.js'));
  const { baseUrl, password, environment, say } = world;
  const signIn = (account) => world.api.as(account);
  // the demo of 0.1.0 signs in by itself
  const played = await playDemo({ baseUrl, password, environment, signIn, onStep: () => undefined });
  if (!played.ok) throw new Error(`the demo did not end well: ${JSON.stringify(played)}`);
  await logDemo(world);
  say(`the demo was played; ${count} incidents follow`);
  const load = new Load(world, { random: randomOf(7), perSecond: PER_SECOND });
  await load.start();
  for (const until = Date.now() + 4 * PATIENCE_MS; load.reports.length < count && Date.now() < until;)
    await sleep(LOOK_MS);
  await load.stopReports();
  await calm(world);
  await load.stop();
  const desk = await new LoggedSession(world, 'operator').signIn();
  const standing = [];
  for (const [nth, steps] of STANDS.entries()) standing.push(await leftAt(world, desk, nth, steps));
  await otherStates(world, desk, standing);
  await calm(world);
  return { standing };
}

/** The demo keeps its key to itself: what it was answered is read from what came of it. */
async function logDemo({ stores, log }) {
  for (const row of await stores.all(
    'intake',
    'SELECT r.*, i.`number` FROM `@report` r JOIN `@incident` i ON i.`id` = r.`incident_id`',
  )) {
    const answer = { reportId: row.id, incidentId: row.incident_id, receipt: row.receipt, number: row.number };
    log.write({ kind: 'report', status: 201, actor: 'operator', answer });
  }
}

async function leftAt({ api }, desk, nth, steps) {
  const key = `stands-${nth}`;
  const body = { channel: 'phone', type: 'E101', enterpriseId: ENTERPRISE, place: PLACE };
  body.reporter = { name: '陈示范', phone: '13800000000' };
  body.narrative = `升级前停在第 ${nth} 步`;
  const { answer: receipt } = await desk.tell('reports', body, key, { kind: 'report' });
  const file = await fileWhere(api, receipt.incidentId, ({ assignments }) => assignments.length > 0);
  const lead = file.assignments.find(({ role }) => role === 'lead');
  for (const [act, more = {}] of lead ? steps : [])
    await api.post(lead.unit.id, `assignments/${lead.assignmentId}/${act}`, more);
  return { incidentId: receipt.incidentId, key, body, receipt };
}

/** One is cancelled, one restricted, one reported twice, one regraded, one closed. */
async function otherStates({ api }, desk, standing) {
  const [issued, taken, left, arrived, working] = standing.map(({ incidentId }) => incidentId);
  await api.post('chief', `incidents/${issued}/cancel`, { reason: 'false_report' });
  await api.post('operator', `incident-files/${taken}/restrict`, {
    reason: '内部人员',
    safeContact: { account: 'enterprise' },
  });
  const again = { ...standing[2].body, narrative: '同一警情再次来电', relatesTo: left };
  await desk.tell('reports', again, 'stands-again', { kind: 'report' });
  await api
    .post('operator', `incident-files/${working}/advice`, { categories: ['access_control'], text: '加装门禁' })
    .catch(() => undefined);
  await api.post('operator', `incidents/${arrived}/regrade`, { priority: 'P1', reason: '情况升级' });
}

/** The file of an incident once it is like this; as it is after a minute. */
export async function fileWhere(api, incidentId, like) {
  for (const until = Date.now() + PATIENCE_MS; ; await sleep(LOOK_MS)) {
    const file = await api.get('operator', `incident-files/${incidentId}`).catch(() => undefined);
    if (file && (like(file) || Date.now() > until)) return file;
    if (Date.now() > until) throw new Error(`no file of ${incidentId}`);
  }
}

/** Waits until nothing is waiting to be sent and nothing has changed for a while. */
export async function calm({ stores }) {
  const counts = async () => {
    const of = async (service, table) =>
      Number((await stores.all(service, `SELECT COUNT(*) AS n FROM \`@${table}\``))[0].n);
    const waiting = (await Promise.all(['intake', 'routing', 'cases'].map((service) => of(service, 'outbox')))).join();
    const [cursors] = await stores.all('notifications', 'SELECT SUM(`last_seq`) AS n FROM `@stream_cursor`');
    return `${waiting} ${cursors.n} ${await of('cases', 'timeline_entry')} ${await of('notifications', 'notice')}`;
  };
  const until = Date.now() + 2 * PATIENCE_MS;
  for (let before = '', still = 0; still < 12 && Date.now() < until; await sleep(LOOK_MS)) {
    const now = await counts();
    still = now === before && now.startsWith('0,0,0 ') ? still + 1 : 0;
    before = now;
  }
}
