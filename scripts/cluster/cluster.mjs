import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { serviceNames, table } from '../lib/route-table.mjs';
import { ensureBuilt, ensureWebFreshlyBuilt } from '../lib/build.mjs';
import { run } from '../lib/command.mjs';
import { say as sayOnStderr } from '../lib/command-line.mjs';
import { inRoot } from '../lib/paths.mjs';
import { freePort, isFree } from '../lib/ports.mjs';
import { stackEnvironment, stackUp } from '../stack/stack.mjs';
import { SupervisedProcess } from './supervised-process.mjs';

/**
 * Starts the five services as five processes and the gateway before them, on the stack of this checkout.
 * @param {object} options
 * @param {number} [options.portBase] gateway on this port, services on the following ones; 0 takes free ports
 *   (default: the ports of the route table, 3000 to 3005)
 * @param {string} [options.dataDir] folder of the logs, of the demo's password and of the key of keys (default `.stack/cluster`)
 * @param {Record<string, string>} [options.env] more variables for every process, e.g. QIJING_DB_PREFIX of a test
 * @param {string} [options.dist] the compiled programs (default `dist`, built when missing)
 * @param {boolean} [options.prepare] migrate, create topics and seed first (default true)
 * @param {(text: string) => void} [options.say] progress, one line each
 * @returns {Promise<Cluster>} `{baseUrl, services: {name: {url, pid}}, kill(name), ready(name), stop()}`
 */
export async function startCluster(options = {}) {
  const {
    portBase,
    dataDir = inRoot('.stack/cluster'),
    dist = inRoot('dist'),
    prepare = true,
    say = sayOnStderr,
  } = options;
  await stackUp();
  if (!options.dist) {
    await ensureBuilt(say);
    await ensureWebFreshlyBuilt(say);
  }
  mkdirSync(dataDir, { recursive: true });
  const ports = await choosePorts(portBase);
  const env = environment(ports, dataDir, options.env);
  if (prepare) await prepareStores(dist, env, say);
  const processes = makeProcesses({ ports, env, dist, dataDir, say });
  try {
    await startAll(processes, say);
  } catch (error) {
    await stopAll(processes);
    throw error;
  }
  return handle(processes);
}

async function choosePorts(portBase) {
  const names = ['gateway', ...serviceNames];
  const defaults = [table.gateway.port, ...serviceNames.map((name) => table.services[name].port)];
  const ports = {};
  for (const [at, name] of names.entries()) {
    if (portBase === undefined) ports[name] = defaults[at];
    else ports[name] = portBase === 0 ? await freePort() : portBase + at;
    if (!(await isFree(ports[name]))) {
      throw new Error(`port ${ports[name]} of ${name} is in use; choose others with --port-base (0 takes free ones)`);
    }
  }
  return ports;
}

function environment(ports, dataDir, more) {
  return {
    ...stackEnvironment(),
    QIJING_PROFILE: 'cluster',
    QIJING_DATA_DIR: dataDir,
    QIJING_HOST: '127.0.0.1',
    QIJING_TRUSTED_PROXIES: '1',
    QIJING_JWKS_URL: `${urlOf(ports.identity)}/.well-known/jwks.json`,
    ...more,
  };
}

const urlOf = (port) => `http://127.0.0.1:${port}`;

/** Schemas, topics and the demo, each by the command a person would use; what they print goes to the progress. */
async function prepareStores(dist, env, say) {
  const cli = join(dist, 'programs/qijing.js');
  if (!existsSync(cli)) throw new Error(`${cli} is missing: npm run build`);
  for (const words of [['migrate'], ['topics', 'create'], ['seed']]) {
    say(words.join(' '));
    await run(process.execPath, [cli, ...words], { env, onLine: (line) => say(`  ${line}`) });
  }
}

function makeProcesses({ ports, env, dist, dataDir, say }) {
  const make = (name, script, more) =>
    new SupervisedProcess({
      name,
      script,
      say,
      url: urlOf(ports[name]),
      logFile: join(dataDir, `${name}.log`),
      env: { ...env, ...more, QIJING_PORT: String(ports[name]) },
    });
  const upstreams = Object.fromEntries(
    serviceNames.map((name) => [`QIJING_UPSTREAM_${name.toUpperCase()}`, urlOf(ports[name])]),
  );
  return new Map([
    ['gateway', make('gateway', join(dist, 'programs/gateway.js'), upstreams)],
    ...serviceNames.map((name) => [name, make(name, join(dist, 'programs', `${name}.js`), {})]),
  ]);
}

async function startAll(processes, say) {
  for (const each of processes.values()) each.start();
  await Promise.all(
    [...processes.values()].map(async (each) => {
      await each.untilReady();
      say(`${each.name} is ready on ${each.url}`);
    }),
  );
}

/** In the order data travels: no new requests, then each service after the one that feeds it. */
async function stopAll(processes) {
  for (const each of processes.values()) await each.stop();
}

function handle(processes) {
  const named = (name) => {
    if (!processes.has(name)) throw new Error(`no process named ${name}`);
    return processes.get(name);
  };
  return {
    baseUrl: named('gateway').url,
    services: Object.fromEntries(serviceNames.map((name) => [name, named(name)])),
    kill: (name) => named(name).kill(),
    ready: (name) => named(name).untilReady(),
    stop: () => stopAll(processes),
  };
}
