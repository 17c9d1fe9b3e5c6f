import { fork } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { closeSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { sleep } from '../../../scripts/lib/command.mjs';
import { root } from '../../../scripts/lib/paths.mjs';
import { stackEnvironment } from '../../../scripts/stack/stack.mjs';
import { cpuMs } from '../measure/cpu.mjs';
import { clusterStores, fileStores, servers } from './stores.mjs';

const HOST = join(import.meta.dirname, 'host.mjs');
const PROFILER = pathToFileURL(join(import.meta.dirname, 'cpu-profile.mjs')).href;
/** Rows per statement when units are freed: short locks. */
const FREED = 500;
const SETTLING_MS = 2_000;

/**
 * The product in a system of its own, with the bench town and nothing else.
 * @param {'embedded' | 'cluster'} profile
 * @param {object} [options]
 * @param {string} [options.name] what it is called in the table
 * @param {string} [options.root] folder of a built revision; this checkout by default
 * @param {string} [options.node] the Node binary that runs it; that of this process by default
 * @param {string} [options.cpuProf] folder in which every process leaves a CPU profile of its whole life
 * @param {string[]} [options.only] services to run, each in a process of its own; all of them by default
 * @returns {Promise<object>} `{name, profile, port, token, live, pids, sample(), release(), stop()}`
 */
export async function openProduct(profile, options = {}) {
  const password = `Qj-${randomBytes(9).toString('base64url')}-7a`;
  const dataDir = mkdtempSync(join(tmpdir(), 'qijing-bench-'));
  const place = profile === 'embedded' ? embedded(dataDir) : cluster();
  const remove = async () => {
    await place.stores.remove();
    rmSync(dataDir, { recursive: true, force: true });
  };
  const environment = {
    ...place.environment,
    QIJING_PROFILE: profile,
    QIJING_DEMO: 'false',
    QIJING_DEMO_PASSWORD: password,
    // one client stands for a whole town: the limits per address are not what is measured
    QIJING_RATE_PER_MINUTE: '0',
    QIJING_SIGN_IN_PER_MINUTE: '0',
    QIJING_LOG_LEVEL: 'warn',
  };
  let host;
  try {
    host = await startHost({ profile, environment, password, dataDir, root, ...options });
    return await running(profile, options, place.stores, host, password, remove);
  } catch (error) {
    await host?.stop();
    await remove();
    throw error;
  }
}

function embedded(dir) {
  return { environment: { QIJING_DATA_DIR: dir }, stores: fileStores(dir) };
}

function cluster() {
  const name = `bench_${randomBytes(3).toString('hex')}`;
  const own = { QIJING_DB_PREFIX: `qijing_${name}_`, QIJING_TOPIC_PREFIX: `qijing.${name}.` };
  const { mysql, brokers } = servers();
  const stores = clusterStores({ mysql, brokers, databases: own.QIJING_DB_PREFIX, topics: own.QIJING_TOPIC_PREFIX });
  return { environment: { ...stackEnvironment(), ...own }, stores };
}

async function startHost({ node = process.execPath, cpuProf, ...order }) {
  const logFile = join(order.dataDir, 'host.log');
  const log = openSync(logFile, 'a');
  const more = cpuProf && { NODE_OPTIONS: `--import=${PROFILER}`, QIJING_BENCH_CPU_PROF: cpuProf };
  if (cpuProf) mkdirSync(cpuProf, { recursive: true });
  const child = fork(HOST, [JSON.stringify({ ...order, more })], {
    execPath: node,
    execArgv: [],
    cwd: order.root,
    env: { ...process.env, ...order.environment },
    stdio: ['ignore', log, log, 'ipc'],
  });
  closeSync(log);
  const exited = new Promise((resolve) => child.once('exit', resolve));
  const stop = async () => {
    child.kill('SIGTERM');
    await exited;
  };
  const said = await Promise.race([
    new Promise((resolve) => child.once('message', resolve)),
    exited.then((code) => ({ error: `ended with ${code}` })),
  ]);
  if (!said.error) return { ...said, logFile, stop };
  await stop();
  throw new Error(`${order.name ?? 'the product'} does not start: ${said.error}\n${tail(logFile)}`);
}

const tail = (file) => readFileSync(file, 'utf8').trim().split('\n').slice(-15).join('\n');

async function running(profile, { name = 'product' }, stores, host, password, remove) {
  const { urls, pids: byName } = host;
  const token = await signIn(urls.identity, password);
  const metrics = [...new Set([urls.intake, urls.routing, urls.cases, urls.notifications].filter(Boolean))];
  // Where routing does not run nobody sends what it has to tell of its fleet, and nobody asks for it.
  const whole = Boolean(urls.routing || urls.notifications);
  if (whole) await settled(stores);
  const serverPids = profile === 'cluster' ? servers().pids : [];
  const pids = Object.entries(byName).flatMap(([service, pid]) => (service === 'identity' ? [] : [pid]));
  return {
    name,
    profile,
    port: Number(new URL(urls.intake).port),
    token,
    live: urls.notifications && { url: `${urls.notifications}/api/v1/live`, token },
    pids: byName,
    release: () => (whole ? release(stores) : Promise.resolve()),
    sample: async () => {
      const cpu = { cpuMs: cpuMs(pids), serverCpuMs: cpuMs(serverPids) };
      const [counted, messages] = await Promise.all([countsOf(metrics), stores.messages()]);
      return { ...cpu, ...counted, messages };
    },
    log: () => tail(host.logFile),
    stop: () => host.stop().finally(remove),
  };
}

/** Waits until everybody knows of the fleet: nothing of that may fall into what is measured. */
async function settled(stores) {
  for (const until = Date.now() + 60_000; Date.now() < until; await sleep(SETTLING_MS)) {
    const waiting = await stores.all('routing', 'SELECT `id` FROM @outbox LIMIT 1');
    if (waiting.length === 0) return sleep(SETTLING_MS);
  }
  throw new Error('the fleet is not known everywhere after a minute');
}

/** Ends every assignment, as if its unit had completed it: what follows the dispatch is not measured. */
async function release(stores) {
  const taken = await stores.all('routing', 'SELECT `id` FROM @assignment WHERE `unit_slot` > 0');
  if (taken.length === 0) return;
  const former = await stores.has('routing', 'deadline');
  const ended = "`state` = 'COMPLETED', `unit_slot` = NULL, `version` = `version` + 1";
  const freed = former ? ended : `${ended}, \`rings_at\` = NULL, \`place_at\` = ?, \`place_by\` = 'bench'`;
  for (let from = 0; from < taken.length; from += FREED) {
    const ids = taken.slice(from, from + FREED).map(({ id }) => id);
    const among = `(${ids.map(() => '?').join(', ')})`;
    const now = new Date().toISOString().replace('T', ' ').replace('Z', '');
    const params = former ? ids : [now, ...ids];
    await stores.run('routing', `UPDATE @assignment SET ${freed} WHERE \`id\` IN ${among}`, params);
    if (former) {
      const clocks = `DELETE FROM @deadline WHERE \`kind\` = 'acknowledge' AND \`subject\` IN ${among}`;
      await stores.run('routing', clocks, ids);
    }
  }
}

async function signIn(baseUrl, password) {
  const response = await fetch(`${baseUrl}/api/v1/sessions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ account: 'operator', password }),
  });
  if (!response.ok) throw new Error(`the operator cannot sign in: ${response.status} ${await response.text()}`);
  return (await response.json()).accessToken;
}

async function countsOf(urls) {
  const texts = await Promise.all(urls.map(async (url) => (await fetch(`${url}/metrics`)).text()));
  const sum = (name) =>
    texts
      .flatMap((text) => [...text.matchAll(new RegExp(`^${name}\\{.*\\} (\\d+)`, 'gm'))])
      .reduce((total, [, value]) => total + Number(value), 0);
  return { roundTrips: sum('database_round_trips_total'), commits: sum('database_commits_total') };
}
