import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startCluster } from '../../../scripts/cluster/cluster.mjs';
import { run, sleep } from '../../../scripts/lib/command.mjs';
import { inRoot } from '../../../scripts/lib/paths.mjs';
import { SupervisedProcess } from '../../../scripts/cluster/supervised-process.mjs';
import { freePort } from '../../../scripts/lib/ports.mjs';
import { startStandalone } from '../../../scripts/lib/standalone.mjs';
import { stackEnvironment } from '../../../scripts/stack/stack.mjs';
import { cpuMs } from '../measure/cpu.mjs';
import { clusterStores, fileStores, servers } from './stores.mjs';
import { enterTown } from './town.mjs';

/** Rows per statement when units are freed: short locks. */
const FREED = 500;
const SETTLING_MS = 2_000;

/**
 * The product in a system of its own, with the bench town and nothing else.
 * @param {'embedded' | 'cluster'} profile
 * @param {{only?: string[]}} options services to run, each in a process of its own; all of them by default
 * @returns {Promise<object>} `{name, profile, port, token, live, sample(), release(), stop()}`
 */
export async function openProduct(profile, say, { only } = {}) {
  const password = `Qj-${randomBytes(9).toString('base64url')}-7a`;
  const common = {
    QIJING_PROFILE: profile,
    QIJING_DEMO: 'false',
    QIJING_DEMO_PASSWORD: password,
    // one client stands for a whole town: the limits per address are not what is measured
    QIJING_RATE_PER_MINUTE: '0',
    QIJING_SIGN_IN_PER_MINUTE: '0',
    QIJING_LOG_LEVEL: 'warn',
  };
  const parts = profile === 'embedded' ? embedded(common, only, say) : cluster(common, only, say);
  try {
    for (const words of parts.prepare) await cli(words, parts.environment);
    await enterTown(parts.environment, password);
    return await running(profile, parts, await parts.start(), password);
  } catch (error) {
    await parts.remove();
    throw error;
  }
}

const cli = (words, env) => run(process.execPath, [inRoot('dist/programs/qijing.js'), ...words], { env });

function embedded(common, only, say) {
  const dir = mkdtempSync(join(tmpdir(), 'qijing-bench-'));
  const environment = { ...common, QIJING_DATA_DIR: dir };
  const stores = fileStores(dir);
  return {
    environment,
    stores,
    prepare: [['migrate']],
    start: async () => {
      if (only) return startAlone(only, environment, dir, say);
      const { baseUrl, pid, stop } = await startStandalone(environment);
      return { urls: { intake: baseUrl, notifications: baseUrl, identity: baseUrl }, pids: [pid], stop };
    },
    remove: async () => {
      stores.close();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

/** Services of the embedded profile that usually share one process, in processes of their own. */
async function startAlone(names, environment, dir, say) {
  const ports = Object.fromEntries(await Promise.all(names.map(async (name) => [name, await freePort()])));
  const url = (name) => `http://127.0.0.1:${ports[name]}`;
  const processes = names.map(
    (name) =>
      new SupervisedProcess({
        name,
        script: inRoot('dist/programs', `${name}.js`),
        url: url(name),
        logFile: join(dir, `${name}.log`),
        env: {
          ...environment,
          QIJING_HOST: '127.0.0.1',
          QIJING_PORT: String(ports[name]),
          QIJING_JWKS_URL: `${url('identity')}/.well-known/jwks.json`,
        },
        say,
      }),
  );
  for (const each of processes) each.start();
  for (const each of processes) await each.untilReady();
  return {
    urls: Object.fromEntries(names.map((name) => [name, url(name)])),
    pids: processes.filter(({ name }) => name !== 'identity').map(({ pid }) => pid),
    stop: async () => {
      for (const each of processes) await each.stop();
    },
  };
}

function cluster(common, only, say) {
  const name = `bench_${randomBytes(3).toString('hex')}`;
  const own = { ...common, QIJING_DB_PREFIX: `qijing_${name}_`, QIJING_TOPIC_PREFIX: `qijing.${name}.` };
  const { mysql, brokers } = servers();
  const stores = clusterStores({ mysql, brokers, databases: own.QIJING_DB_PREFIX, topics: own.QIJING_TOPIC_PREFIX });
  const dataDir = inRoot('.stack', name);
  return {
    environment: { ...stackEnvironment(), ...own },
    stores,
    prepare: [['migrate'], ['topics', 'create']],
    start: async () => {
      const started = await startCluster({ portBase: 0, env: own, dataDir, prepare: false, say });
      const all = Object.entries(started.services);
      const wanted = ([name]) => !only || only.includes(name);
      for (const [, service] of all.filter((each) => !wanted(each))) await service.stop();
      const running = all.filter(wanted);
      return {
        urls: Object.fromEntries(running.map(([name, { url }]) => [name, url])),
        pids: running.filter(([name]) => name !== 'identity').map(([, { pid }]) => pid),
        stop: started.stop,
      };
    },
    remove: async () => {
      await stores.remove();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

async function running(profile, { stores, remove }, { urls, pids, stop }, password) {
  const token = await signIn(urls.identity, password);
  const metrics = [...new Set([urls.intake, urls.routing, urls.cases, urls.notifications].filter(Boolean))];
  // Where routing does not run nobody sends what it has to tell of its fleet, and nobody asks for it.
  if (urls.routing || urls.notifications) await settled(stores);
  const serverPids = profile === 'cluster' ? servers().pids : [];
  return {
    name: 'product',
    profile,
    port: Number(new URL(urls.intake).port),
    token,
    live: urls.notifications && { url: `${urls.notifications}/api/v1/live`, token },
    release: () => (urls.routing || urls.notifications ? release(stores) : Promise.resolve()),
    sample: async () => {
      const cpu = { cpuMs: cpuMs(pids), serverCpuMs: cpuMs(serverPids) };
      const [counted, messages] = await Promise.all([countsOf(metrics), stores.messages()]);
      return { ...cpu, ...counted, messages };
    },
    stop: () => stop().finally(remove),
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
  for (let from = 0; from < taken.length; from += FREED) {
    const ids = taken.slice(from, from + FREED).map(({ id }) => id);
    const among = `(${ids.map(() => '?').join(', ')})`;
    const freed = "`state` = 'COMPLETED', `unit_slot` = NULL, `version` = `version` + 1";
    await stores.run('routing', `UPDATE @assignment SET ${freed} WHERE \`id\` IN ${among}`, ids);
    await stores.run(
      'routing',
      `DELETE FROM @deadline WHERE \`kind\` = 'acknowledge' AND \`subject\` IN ${among}`,
      ids,
    );
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
