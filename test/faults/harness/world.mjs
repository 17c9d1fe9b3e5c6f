import { join } from 'node:path';
import { SupervisedProcess } from '../../../scripts/cluster/supervised-process.mjs';
import { freePort } from '../../../scripts/lib/ports.mjs';
import { Api } from '../../kit/api.mjs';
import { ownSystem } from '../../kit/system.mjs';
import { ClientLog } from './client-log.mjs';

export const PASSWORD = 'Faults-are-planned-1';

/**
 * A running system of its own: databases, topics, processes under a supervisor that starts them again.
 * @param {object} options
 * @param {'cluster'|'embedded'} options.profile
 * @param {string} options.folder
 * @param {string} options.dist
 * @param {object} [options.env] more variables for every process
 * @param {string} [options.diesFirst] failpoint at which the first start of the embedded process ends
 * @param {boolean} [options.keep] leave logs and files behind
 * @param {(text: string) => void} options.say
 */
export async function openWorld({ profile, folder, dist, env = {}, diesFirst, keep, say }) {
  const all = { QIJING_SIGN_IN_PER_MINUTE: '0', ...env };
  const system = await ownSystem(profile, { label: 'faults', folder, password: PASSWORD, dist, env: all, say });
  const log = new ClientLog(join(system.dir, 'client.jsonl'));
  const world = { ...system, say, log };
  const { stop, ...running } = await (profile === 'embedded' ? embedded(system, diesFirst, say) : cluster(system));
  const api = new Api({ baseUrl: running.baseUrl, password: PASSWORD, timeoutMs: 8_000, closed: () => world.closed });
  const close = async () => {
    world.closed = true; // what is still under way gives up
    await stop();
    api.close();
    log.close();
    await system.remove({ keep });
  };
  return Object.assign(world, running, { api, close });
}

async function embedded({ dir, dist, environment }, diesFirst, say) {
  const port = await freePort();
  const standalone = new SupervisedProcess({
    name: 'standalone',
    script: join(dist, 'programs/standalone.js'),
    env: { ...environment, QIJING_PORT: String(port), QIJING_HOST: '127.0.0.1' },
    url: `http://127.0.0.1:${port}`,
    logFile: join(dir, 'standalone.log'),
    say,
  });
  if (diesFirst) standalone.env.QIJING_FAILPOINT = diesFirst;
  standalone.start();
  delete standalone.env.QIJING_FAILPOINT;
  await standalone.untilReady();
  // The demo is there; filling it again would only make every restart slower.
  standalone.env.QIJING_DEMO = 'false';
  return { baseUrl: standalone.url, processes: { standalone }, stop: () => standalone.stop() };
}

async function cluster(system) {
  const { baseUrl, services, stop } = await system.start();
  return { baseUrl, processes: services, stop };
}

/** One more replica of a service; it consumes and relays, the gateway does not know it. */
export async function startReplica({ processes, dir, dist }, name, { script = dist, say }) {
  const first = processes[name];
  const port = await freePort();
  const { QIJING_FAILPOINT: _none, ...env } = first.env;
  const replica = new SupervisedProcess({
    name: `${name} (second)`,
    script: join(script, 'programs', `${name}.js`),
    env: { ...env, QIJING_PORT: String(port) },
    url: `http://127.0.0.1:${port}`,
    logFile: join(dir, `${name}-second.log`),
    say,
  });
  replica.start();
  return replica;
}
