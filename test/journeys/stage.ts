import { randomBytes, randomInt } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ApiSession } from '../../apps/standalone/src/demo/api-session.js';
import { OTHER_ENTERPRISE_ID, DEMO_ENTERPRISE_ID } from '../../apps/standalone/src/demo/data/enterprises.js';
import { HttpTown } from '../../apps/standalone/src/demo/http-town.js';
import type { Town } from '../../apps/standalone/src/demo/town.js';

const root = resolve(import.meta.dirname, '../..');
const script = (file: string): string => pathToFileURL(join(root, 'scripts', file)).href;

interface Running {
  readonly baseUrl: string;
  stop(): Promise<void>;
  /** One process (kill -9); with a name that service's, and a supervisor starts it again. */
  kill(name?: string): Promise<void>;
}

/** A running system of the profile under test, with its people. */
export interface Stage {
  readonly profile: 'embedded' | 'cluster';
  readonly baseUrl: string;
  readonly password: string;
  readonly environment: Record<string, string>;
  readonly town: Town;
  /** Ends every process of the product with kill -9, one after the other, and has them run again. */
  killAndRestart(): Promise<void>;
  /** Ends the product in order (as Ctrl-C does) and starts it again on the same data. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Starts the product as users run it: one process on the embedded profile, five processes and a gateway on the cluster.
 * Adds a colleague of the demo enterprise's contact and a contact of another enterprise.
 */
export async function openStage(): Promise<Stage> {
  const profile = process.env['QIJING_TEST_PROFILE'] === 'cluster' ? 'cluster' : 'embedded';
  const password = `Qj-${randomBytes(9).toString('base64url')}-7a`;
  const { start, environment, clean } = await (profile === 'cluster' ? cluster(password) : embedded(password));
  let running = await start();
  await addContacts(running.baseUrl, password);
  return {
    profile,
    baseUrl: running.baseUrl,
    password,
    environment,
    town: new HttpTown(running.baseUrl, password),
    killAndRestart: async () => {
      if (profile === 'cluster') return killEach(running);
      await running.kill();
      running = await start();
    },
    restart: async () => {
      await running.stop();
      running = await start();
    },
    close: async () => {
      await running.stop();
      await clean();
    },
  };
}

/** The supervisor starts each again; the next is killed when the one before is ready. */
async function killEach(running: Running & { ready?(name: string): Promise<void> }): Promise<void> {
  for (const name of ['intake', 'routing', 'cases', 'notifications', 'identity']) {
    await running.kill(name);
    await running.ready?.(name);
  }
}

interface Opened {
  start(): Promise<Running>;
  readonly environment: Record<string, string>;
  clean(): Promise<void>;
}

async function embedded(password: string): Promise<Opened> {
  const dataDir = mkdtempSync(join(tmpdir(), 'qijing-journeys-'));
  const environment = {
    QIJING_PROFILE: 'embedded',
    QIJING_DATA_DIR: dataDir,
    QIJING_DEMO_PASSWORD: password,
    QIJING_PORT: String(await freePort()),
  };
  const { startStandalone } = (await import(script('lib/standalone.mjs'))) as {
    startStandalone(env: object): Promise<Running>;
  };
  const clean = () => Promise.resolve(rmSync(dataDir, { recursive: true }));
  return { start: () => startStandalone(environment), environment, clean };
}

async function cluster(password: string): Promise<Opened> {
  const name = `journeys_${randomBytes(3).toString('hex')}`;
  const env = {
    QIJING_DB_PREFIX: `qijing_${name}_`,
    QIJING_TOPIC_PREFIX: `qijing.${name}.`,
    QIJING_DEMO_PASSWORD: password,
  };
  const { startCluster } = (await import(script('cluster/cluster.mjs'))) as {
    startCluster(options: object): Promise<Running>;
  };
  const { stackEnvironment } = (await import(script('stack/stack.mjs'))) as {
    stackEnvironment(): Record<string, string>;
  };
  const { dropDatabases } = (await import(script('stack/databases.mjs'))) as {
    dropDatabases(prefix: string): Promise<void>;
  };
  const say = () => undefined;
  const portBase = await freePortBase();
  const start = () => startCluster({ portBase, env, dataDir: join(root, '.stack', name), say });
  const environment = { ...stackEnvironment(), ...env, QIJING_PROFILE: 'cluster' };
  return { start, environment, clean: () => dropDatabases(env.QIJING_DB_PREFIX) };
}

async function freePort(): Promise<number> {
  const ports = (await import(script('lib/ports.mjs'))) as { freePort(): Promise<number> };
  return ports.freePort();
}

/**
 * A gateway's port with five free ones above it, below the ports that systems give to outgoing connections: one of those
 * could be taken by anybody between now and the start.
 */
async function freePortBase(): Promise<number> {
  const ports = (await import(script('lib/ports.mjs'))) as { isFree(port: number): Promise<boolean> };
  for (;;) {
    const base = randomInt(12_000, 32_000);
    const free = await Promise.all([0, 1, 2, 3, 4, 5].map((n) => ports.isFree(base + n)));
    if (free.every(Boolean)) return base;
  }
}

async function addContacts(baseUrl: string, password: string): Promise<void> {
  const admin = await ApiSession.signIn(baseUrl, 'admin', password);
  for (const [account, enterpriseId] of [
    ['colleague', DEMO_ENTERPRISE_ID],
    ['rival', OTHER_ENTERPRISE_ID],
  ]) {
    await admin.post('accounts', { account, name: account, password, roles: ['enterprise_contact'], enterpriseId });
  }
}
