import kafkajs from 'kafkajs';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createConnection } from 'mysql2/promise';
import { startCluster } from '../../scripts/cluster/cluster.mjs';
import { run } from '../../scripts/lib/command.mjs';
import { inRoot } from '../../scripts/lib/paths.mjs';
import { startStandalone } from '../../scripts/lib/standalone.mjs';
import { stackEnvironment, stackUp } from '../../scripts/stack/stack.mjs';

const SERVICES = ['intake', 'routing', 'cases', 'notifications', 'identity'];
const dist = (path) => import(inRoot('dist', path));

/**
 * A system of its own for one replay, with the replay's fleet and nothing else: databases are made, the fleet is entered
 * through the use cases, then it starts. Everything is removed by `stop`.
 * @param {'embedded' | 'cluster'} profile
 * @param {object[]} fleet units to enter
 * @param {(text: string) => void} say
 * @returns {Promise<{baseUrl: string, password: string, sqliteDir?: string, mysql?: object, topics?: string,
 *   environment: object, stop: () => Promise<void>}>}
 */
export async function openSystem(profile, fleet, say) {
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
  const system = profile === 'embedded' ? embedded(common, say) : await cluster(common, say);
  try {
    for (const words of system.prepare) await command(words, system.environment);
    await enter(fleet, password, system.environment);
    const { baseUrl, stop } = await system.start();
    return { ...system, baseUrl, password, stop: () => stop().finally(() => system.remove()) };
  } catch (error) {
    await system.remove();
    throw error;
  }
}

function embedded(common) {
  const sqliteDir = mkdtempSync(join(tmpdir(), 'qijing-replay-'));
  const environment = { ...common, QIJING_DATA_DIR: sqliteDir };
  return {
    sqliteDir,
    environment,
    prepare: [['migrate']],
    start: () => startStandalone(environment),
    remove: async () => rmSync(sqliteDir, { recursive: true, force: true }),
  };
}

async function cluster(common, say) {
  await stackUp();
  const name = `replay_${randomBytes(3).toString('hex')}`;
  const own = { ...common, QIJING_DB_PREFIX: `qijing_${name}_`, QIJING_TOPIC_PREFIX: `qijing.${name}.` };
  const environment = { ...stackEnvironment(), ...own };
  const mysql = {
    host: environment.QIJING_DB_HOST,
    port: Number(environment.QIJING_DB_PORT),
    user: environment.QIJING_DB_USER,
    password: environment.QIJING_DB_PASSWORD,
  };
  const dataDir = inRoot('.stack', name);
  return {
    mysql: { ...mysql, prefix: own.QIJING_DB_PREFIX },
    topics: own.QIJING_TOPIC_PREFIX,
    environment,
    prepare: [['migrate'], ['topics', 'create']],
    start: () => startCluster({ portBase: 0, env: own, dataDir, prepare: false, say }),
    remove: async () => {
      await dropDatabases(mysql, own.QIJING_DB_PREFIX);
      await deleteTopics(environment.QIJING_KAFKA_BROKERS.split(','), own.QIJING_TOPIC_PREFIX);
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

const command = (words, env) => run(process.execPath, [inRoot('dist/programs/qijing.js'), ...words], { env });

/** Beats, accounts and units, through the same use cases that fill a deployment. */
async function enter(fleet, password, environment) {
  const [{ withServices }, { loadConfig }, { StandaloneConfig }] = await Promise.all([
    dist('apps/standalone/src/cli/context.js'),
    dist('libs/platform/src/index.js'),
    dist('apps/standalone/src/standalone.config.js'),
  ]);
  const [{ SeedDemoAccounts }, { SeedDirectory }, { EnterUnits }, { demoJurisdictions }, { demoUnits }] =
    await Promise.all([
      dist('apps/identity/src/use-cases/seed-demo-accounts.js'),
      dist('apps/intake/src/use-cases/seed-directory.js'),
      dist('apps/routing/src/use-cases/enter-units.js'),
      dist('apps/standalone/src/demo/data/jurisdictions.js'),
      dist('apps/standalone/src/demo/data/units.js'),
    ]);
  const theirs = new Set(fleet.map(({ discipline }) => discipline));
  // who is only told of things comes from the demo
  const units = [...fleet, ...demoUnits.filter(({ discipline }) => !theirs.has(discipline))];
  const config = loadConfig(StandaloneConfig, environment);
  await withServices(config, async (app) => {
    const get = (type) => app.get(type, { strict: false });
    await get(SeedDemoAccounts).execute(accountsFor(units), password);
    await get(SeedDirectory).run({ enterprises: [], jurisdictions: demoJurisdictions });
    await get(EnterUnits).run(units);
  });
}

const accountsFor = (units) => [
  { account: 'replay', name: '回放接口', roles: ['machine'] },
  { account: 'operator', name: '接警席', roles: ['call_taker', 'dispatcher'] },
  { account: 'chief', name: '值班长', roles: ['duty_chief', 'approver'] },
  ...units.map(({ id, name }) => ({ account: id, name, roles: ['officer', 'case_officer'], unitId: id })),
];

async function dropDatabases(mysql, prefix) {
  const connection = await createConnection(mysql);
  try {
    for (const service of SERVICES) await connection.query(`DROP DATABASE IF EXISTS \`${prefix}${service}\``);
  } finally {
    await connection.end();
  }
}

async function deleteTopics(brokers, prefix) {
  const kafka = new kafkajs.Kafka({ clientId: 'replay', brokers, logLevel: kafkajs.logLevel.NOTHING });
  const admin = kafka.admin();
  await admin.connect();
  try {
    const topics = (await admin.listTopics()).filter((topic) => topic.startsWith(prefix));
    if (topics.length > 0) await admin.deleteTopics({ topics });
  } finally {
    await admin.disconnect();
  }
}
