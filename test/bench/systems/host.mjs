/**
 * Holds one system of the product for the bench: `node host.mjs '<json>'` with `{root, profile, environment, more, password,
 * dataDir, only?}`. The product is prepared, filled and started by what stands in its own folder `root`, which may be that of
 * another revision, with the Node that runs this. Answers one message, `{urls, pids}` by service or `{error}`, and stops
 * the system when it is told to (SIGTERM) or when its parent is gone.
 */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const order = JSON.parse(process.argv[2]);
const { root, profile, environment, more, password, dataDir, only } = order;
const own = (path) => import(pathToFileURL(join(root, path)).href);
const say = (text) => process.stderr.write(`${text}\n`);
const wanted = (name) => !only || only.includes(name);

let ending = false;
let system;
process.once('SIGTERM', () => void end());
process.once('disconnect', () => void end());

try {
  await prepare();
  system = await start();
  if (ending) await system.stop();
  else process.send({ urls: system.urls, pids: system.pids });
} catch (error) {
  process.send({ error: error.stack });
}

async function end() {
  if (ending) return;
  ending = true;
  await system?.stop();
  process.exit(0);
}

async function prepare() {
  const { run } = await own('scripts/lib/command.mjs');
  const words = [['migrate'], ...(profile === 'cluster' ? [['topics', 'create']] : [])];
  const program = join(root, 'dist/programs/qijing.js');
  for (const each of words) await run(process.execPath, [program, ...each], { env: environment, cwd: root });
  const { enterTown } = await own('test/bench/systems/town.mjs');
  await enterTown(environment, password);
}

function start() {
  if (profile === 'cluster') return startServices();
  return only ? startAlone() : startTogether();
}

async function startTogether() {
  const { startStandalone } = await own('scripts/lib/standalone.mjs');
  const { baseUrl, pid, stop } = await startStandalone({ ...environment, ...more });
  const urls = Object.fromEntries(['intake', 'notifications', 'identity'].map((name) => [name, baseUrl]));
  return { urls, pids: { standalone: pid }, stop };
}

async function startServices() {
  const { startCluster } = await own('scripts/cluster/cluster.mjs');
  const started = await startCluster({
    portBase: 0,
    env: { ...environment, ...more },
    dataDir,
    dist: join(root, 'dist'),
    prepare: false,
    say,
  });
  const services = Object.entries(started.services);
  for (const [, service] of services.filter(([name]) => !wanted(name))) await service.stop();
  return { ...running(services.filter(([name]) => wanted(name))), stop: started.stop };
}

/** Services of the embedded profile that usually share one process, in processes of their own. */
async function startAlone() {
  const { SupervisedProcess } = await own('scripts/cluster/supervised-process.mjs');
  const { freePort } = await own('scripts/lib/ports.mjs');
  const ports = new Map();
  for (const name of only) ports.set(name, await freePort());
  const url = (name) => `http://127.0.0.1:${ports.get(name)}`;
  const env = { ...environment, ...more, QIJING_HOST: '127.0.0.1' };
  env.QIJING_JWKS_URL = `${url('identity')}/.well-known/jwks.json`;
  const services = only.map((name) => {
    const script = join(root, 'dist/programs', `${name}.js`);
    const logFile = join(dataDir, `${name}.log`);
    const at = { ...env, QIJING_PORT: String(ports.get(name)) };
    return [name, new SupervisedProcess({ name, script, url: url(name), logFile, env: at, say })];
  });
  for (const [, each] of services) each.start();
  for (const [, each] of services) await each.untilReady();
  return {
    ...running(services),
    stop: async () => {
      for (const [, each] of services) await each.stop();
    },
  };
}

function running(services) {
  return {
    urls: Object.fromEntries(services.map(([name, { url }]) => [name, url])),
    pids: Object.fromEntries(services.map(([name, { pid }]) => [name, pid])),
  };
}
