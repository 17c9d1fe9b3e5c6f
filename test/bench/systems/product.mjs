import { fork } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { sleep } from '../../../scripts/lib/command.mjs';
import { root } from '../../../scripts/lib/paths.mjs';
import { Api } from '../../kit/api.mjs';
import { ownSystem, UNLIMITED } from '../../kit/system.mjs';
import { cpuMs } from '../measure/cpu.mjs';
import { messagesOf, servers } from './stores.mjs';

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
  const system = await ownSystem(profile, { label: 'bench', env: { QIJING_DEMO: 'false', ...UNLIMITED } });
  let host;
  try {
    host = await startHost(system, { root, ...options });
    return await running(system, options, host);
  } catch (error) {
    await host?.stop();
    await system.remove();
    throw error;
  }
}

async function startHost({ profile, environment, password, dir }, { node = process.execPath, cpuProf, ...options }) {
  const order = { profile, environment, password, dataDir: dir, ...options };
  const logFile = join(dir, 'host.log');
  const log = openSync(logFile, 'a');
  const more = cpuProf && { NODE_OPTIONS: `--import=${PROFILER}`, QIJING_BENCH_CPU_PROF: cpuProf };
  if (cpuProf) mkdirSync(cpuProf, { recursive: true });
  const child = fork(HOST, [JSON.stringify({ ...order, more })], {
    execPath: node,
    execArgv: [],
    cwd: order.root,
    env: { ...process.env, ...environment },
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

async function running(system, { name = 'product' }, host) {
  const { profile, password, stores, topics } = system;
  const { urls, pids: byName } = host;
  const api = new Api({ baseUrl: urls.identity, password });
  const { token } = await api.as('operator');
  api.close();
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
    stores,
    password,
    release: () => (whole ? release(stores) : Promise.resolve()),
    sample: async () => {
      const cpu = { cpuMs: cpuMs(pids), serverCpuMs: cpuMs(serverPids) };
      const [counted, messages] = await Promise.all([countsOf(metrics), messagesOf(stores, topics)]);
      return { ...cpu, ...counted, messages };
    },
    log: () => tail(host.logFile),
    stop: () => host.stop().finally(() => system.remove()),
  };
}

/** Waits until everybody knows of the fleet: nothing of that may fall into what is measured. */
async function settled(stores) {
  for (const until = Date.now() + 60_000; Date.now() < until; await sleep(SETTLING_MS)) {
    const waiting = await stores.all('routing', 'SELECT `id` FROM `@outbox` LIMIT 1');
    if (waiting.length === 0) return sleep(SETTLING_MS);
  }
  throw new Error('the fleet is not known everywhere after a minute');
}

/** Ends every assignment, as if its unit had completed it: what follows the dispatch is not measured. */
async function release(stores) {
  const taken = await stores.all('routing', 'SELECT `id` FROM `@assignment` WHERE `unit_slot` > 0');
  if (taken.length === 0) return;
  const former = await stores.has('routing', 'deadline');
  const ended = "`state` = 'COMPLETED', `unit_slot` = NULL, `version` = `version` + 1";
  const freed = former ? ended : `${ended}, \`rings_at\` = NULL, \`place_at\` = ?, \`place_by\` = 'bench'`;
  for (let from = 0; from < taken.length; from += FREED) {
    const ids = taken.slice(from, from + FREED).map(({ id }) => id);
    const among = `(${ids.map(() => '?').join(', ')})`;
    const now = new Date().toISOString().replace('T', ' ').replace('Z', '');
    const params = former ? ids : [now, ...ids];
    await stores.run('routing', `UPDATE \`@assignment\` SET ${freed} WHERE \`id\` IN ${among}`, params);
    if (former) {
      const clocks = `DELETE FROM \`@deadline\` WHERE \`kind\` = 'acknowledge' AND \`subject\` IN ${among}`;
      await stores.run('routing', clocks, ids);
    }
  }
}

async function countsOf(urls) {
  const texts = await Promise.all(urls.map(async (url) => (await fetch(`${url}/metrics`)).text()));
  const sum = (name) =>
    texts
      .flatMap((text) => [...text.matchAll(new RegExp(`^${name}\\{.*\\} (\\d+)`, 'gm'))])
      .reduce((total, [, value]) => total + Number(value), 0);
  return { roundTrips: sum('database_round_trips_total'), commits: sum('database_commits_total') };
}
