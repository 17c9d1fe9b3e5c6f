import { randomBytes } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { startCluster } from '../../../scripts/cluster/cluster.mjs';
import { SupervisedProcess } from '../../../scripts/cluster/supervised-process.mjs';
import { freePort } from '../../../scripts/lib/ports.mjs';
import { stackEnvironment } from '../../../scripts/stack/stack.mjs';
import { ClientLog } from './client-log.mjs';
import { storesOf } from './stores.mjs';

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
  const name = `f${randomBytes(4).toString('hex')}`;
  const dir = join(folder, name);
  mkdirSync(dir, { recursive: true });
  const world = { profile, dir, dist, say, log: new ClientLog(join(dir, 'client.jsonl')) };
  const common = {
    QIJING_DEMO_PASSWORD: PASSWORD,
    QIJING_LOG_LEVEL: 'warn',
    QIJING_SIGN_IN_PER_MINUTE: '0',
    ...env,
  };
  const parts =
    profile === 'embedded'
      ? await embedded(world, common, { diesFirst, say })
      : await cluster(world, name, common, say);
  const close = async () => {
    world.closed = true; // what is still under way gives up
    await parts.close();
    world.log.close();
    if (!keep) rmSync(dir, { recursive: true, force: true });
  };
  return Object.assign(world, parts, { close });
}

async function embedded({ dir, dist }, env, { diesFirst, say }) {
  const port = await freePort();
  const standalone = new SupervisedProcess({
    name: 'standalone',
    script: join(dist, 'programs/standalone.js'),
    env: {
      ...env,
      QIJING_PROFILE: 'embedded',
      QIJING_DATA_DIR: dir,
      QIJING_PORT: String(port),
      QIJING_HOST: '127.0.0.1',
    },
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
  const stores = storesOf({ sqliteDir: dir });
  return {
    baseUrl: standalone.url,
    processes: { standalone },
    stores,
    checkerArguments: ['--sqlite', dir],
    checkerEnvironment: {},
    close: async () => {
      await standalone.stop();
      await stores.close();
    },
  };
}

async function cluster({ dir, dist }, name, env, say) {
  const prefix = `qijing_${name}_`;
  const topics = `${name}.`;
  const prefixes = { QIJING_DB_PREFIX: prefix, QIJING_TOPIC_PREFIX: topics };
  const running = await startCluster({ portBase: 0, dist, dataDir: dir, say, env: { ...env, ...prefixes } });
  const direct = stackEnvironment();
  const mysql = {
    host: direct.QIJING_DB_HOST,
    port: Number(direct.QIJING_DB_PORT),
    user: direct.QIJING_DB_USER,
    password: direct.QIJING_DB_PASSWORD,
  };
  const stores = storesOf({ mysql: { ...mysql, prefix } });
  return {
    baseUrl: running.baseUrl,
    processes: running.services,
    stores,
    kafka: { brokers: direct.QIJING_KAFKA_BROKERS.split(','), prefix: topics },
    environment: { ...direct, ...env, ...prefixes, QIJING_PROFILE: 'cluster' },
    checkerArguments: ['--db-prefix', prefix, '--topics', topics],
    checkerEnvironment: direct,
    close: async () => {
      await running.stop();
      await stores.drop();
      await stores.close();
    },
  };
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
