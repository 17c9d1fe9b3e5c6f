import { rmSync } from 'node:fs';
import * as compose from './compose.mjs';
import * as kafka from './kafka.mjs';
import * as mariadb from './mariadb.mjs';
import { brokerAnswers, databaseAnswers } from './probes.mjs';
import { exclusively, inStack, patchState, readState, stackDir, writeState } from './state.mjs';

/** Servers named by the environment are used as they are; nothing is started in their place. */
const givenDatabase = () =>
  process.env.QIJING_DB_HOST
    ? {
        host: process.env.QIJING_DB_HOST,
        port: Number(process.env.QIJING_DB_PORT ?? 3306),
        user: process.env.QIJING_DB_MIGRATE_USER ?? process.env.QIJING_DB_USER ?? 'qijing',
        password: process.env.QIJING_DB_MIGRATE_PASSWORD ?? process.env.QIJING_DB_PASSWORD ?? '',
        serviceUser: process.env.QIJING_DB_MIGRATE_USER && process.env.QIJING_DB_USER,
        servicePassword: process.env.QIJING_DB_PASSWORD,
      }
    : undefined;
const givenBrokers = () => process.env.QIJING_KAFKA_BROKERS?.split(',').map((broker) => broker.trim());

/**
 * Makes sure that a database and a broker answer: those named by the environment, else private ones, started under
 * `.stack/` (or by Docker Compose where an engine works). Calling it again is harmless.
 * @returns {Promise<StackReport>} see {@link stackStatus}
 * @throws Error with what is missing and how to get it
 */
export async function stackUp() {
  await exclusively(async () => {
    if (givenDatabase() && givenBrokers()) return;
    const state = readState();
    const useCompose = state.mode
      ? state.mode === 'compose'
      : !givenDatabase() && !givenBrokers() && (await compose.composeWorks());
    if (useCompose) return void (await compose.composeUp());
    patchState({ mode: 'native' });
    if (!givenDatabase()) await mariadb.mariadbUp();
    if (!givenBrokers()) await kafka.kafkaUp();
  });
  const report = await stackStatus();
  if (!report.ok) throw new Error(`not answering: ${missingParts(report)}`);
  return report;
}

/**
 * Stops exactly what `stackUp` started; data stays unless `wipe` is set.
 * @returns {Promise<{ok: boolean, mariadb: string, kafka: string}>} per part: stopped, killed or not running
 */
export function stackDown({ wipe = false } = {}) {
  return exclusively(async () => {
    const down =
      readState().mode === 'compose'
        ? await compose.composeDown(wipe).then((outcome) => ({ mariadb: outcome, kafka: outcome }))
        : { kafka: await kafka.kafkaDown(), mariadb: await mariadb.mariadbDown() };
    if (wipe) {
      for (const part of ['mariadb', 'kafka/data']) rmSync(inStack(part), { recursive: true, force: true });
      writeState({});
    }
    return { ok: true, ...down };
  });
}

/**
 * Asks both servers.
 * @returns {Promise<{ok: boolean, dir: string, database: object, broker: object}>} without any password
 */
export async function stackStatus() {
  const { database, brokers } = addresses();
  const version = database && (await databaseAnswers(database));
  const clusterId = brokers && (await brokerAnswers(brokers));
  const state = readState();
  return {
    ok: Boolean(version && clusterId),
    dir: stackDir,
    database: {
      answers: Boolean(version),
      version,
      host: database?.host,
      port: database?.port,
      user: database?.user,
      startedBy: givenDatabase() ? 'somebody else' : (state.mode ?? 'nobody'),
      pid: givenDatabase() ? undefined : (state.mariadb?.pid ?? undefined),
    },
    broker: {
      answers: Boolean(clusterId),
      clusterId,
      brokers: brokers ?? [],
      startedBy: givenBrokers() ? 'somebody else' : (state.mode ?? 'nobody'),
      pid: givenBrokers() ? undefined : (state.kafka?.pid ?? undefined),
    },
  };
}

/**
 * The QIJING_* variables with which services and commands reach the stack: services as users of their own, who own nothing.
 * @throws Error when the stack was never started
 */
export function stackEnvironment() {
  const { database, brokers } = addresses();
  if (!database || !brokers) throw new Error('the stack is not running: npm run stack:up');
  return {
    QIJING_DB_HOST: database.host,
    QIJING_DB_PORT: String(database.port),
    QIJING_DB_USER: database.serviceUser ?? database.user,
    QIJING_DB_PASSWORD: database.serviceUser ? database.servicePassword : database.password,
    ...(database.serviceUser && {
      QIJING_DB_MIGRATE_USER: database.user,
      QIJING_DB_MIGRATE_PASSWORD: database.password,
    }),
    QIJING_KAFKA_BROKERS: brokers.join(','),
    ...(!givenBrokers() && { QIJING_KAFKA_VERSION: kafka.VERSION }),
  };
}

/**
 * Who owns the databases of the stack, as `{host, port, user, password}`: for tools that read no QIJING_ variables.
 * @param {Record<string, string | undefined>} [env] what `stackEnvironment` answered, or an environment that holds it
 */
export const ownerOf = (env = stackEnvironment()) => ({
  host: env.QIJING_DB_HOST ?? '127.0.0.1',
  port: Number(env.QIJING_DB_PORT ?? 3306),
  user: env.QIJING_DB_MIGRATE_USER ?? env.QIJING_DB_USER ?? 'qijing',
  password: env.QIJING_DB_MIGRATE_PASSWORD ?? env.QIJING_DB_PASSWORD ?? '',
});

function addresses() {
  const state = readState();
  if (state.mode === 'compose' && state.compose) {
    return {
      database: givenDatabase() ?? compose.connectionOf(state.compose),
      brokers: givenBrokers() ?? compose.brokersOf(state.compose),
    };
  }
  return {
    database: givenDatabase() ?? (state.mariadb?.pid ? mariadb.connectionOf(state.mariadb) : undefined),
    brokers: givenBrokers() ?? (state.kafka?.pid ? kafka.brokersOf(state.kafka) : undefined),
  };
}

function missingParts(report) {
  return [report.database.answers || 'database', report.broker.answers || 'broker']
    .filter((part) => part !== true)
    .join(', ');
}
