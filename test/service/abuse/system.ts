import { Kafka, logLevel } from 'kafkajs';
import { Writable } from 'node:stream';
import { topicPlans } from '#messaging';
import { AppLogger, loadConfig, runService, type RunningService } from '#platform';
import { dropTestDatabase, needed, testDatabaseOptions, testProfile } from '#testing';
import { migrate, type DatabaseOptions } from '#persistence';
import { seedDemo } from '../../../apps/standalone/src/demo/seed-demo.js';
import { SCHEMAS } from '../../../apps/standalone/src/schemas.js';
import { StandaloneConfig } from '../../../apps/standalone/src/standalone.config.js';
import { StandaloneModule } from '../../../apps/standalone/src/standalone.module.js';

/** Password of all demo accounts of a system under abuse. */
export const PASSWORD = 'Abuse-suite-7a';

/** Settings by which enterprises may report as much as they like: for tests whose subject is something else. */
export const WITHOUT_QUOTAS: Readonly<Record<string, string>> = {
  QIJING_ACCOUNT_REPORTS_10MIN: '0',
  QIJING_ACCOUNT_REPORTS_DAY: '0',
  QIJING_ENTERPRISE_REPORTS_10MIN: '0',
  QIJING_ENTERPRISE_REPORTS_DAY: '0',
  QIJING_ENTERPRISE_INCIDENTS: '0',
};

/** The real product: all five services in one process, over HTTP; seeded, unless `QIJING_DEMO` is `false`. */
export interface System {
  readonly url: string;
  readonly app: RunningService['app'];
  readonly database: DatabaseOptions;
  /** Everything that was logged, at the most talkative level. */
  logs(): string;
  /** Stops everything and deletes databases and topics. */
  stop(): Promise<void>;
}

/** Starts a system of its own on the profile of QIJING_TEST_PROFILE; `environment` overrides settings. */
export async function startSystem(
  environment: Record<string, string> = {},
  quotas: Readonly<Record<string, string>> = WITHOUT_QUOTAS,
): Promise<System> {
  // Intake reads settings of its own from the environment of the process, which each spec has to itself.
  Object.assign(process.env, quotas);
  const database = testDatabaseOptions();
  const cluster = testProfile() === 'cluster';
  const serviceUser = serviceUserOf(cluster);
  const topicPrefix = `${database.prefix}t.`;
  const config = loadConfig(StandaloneConfig, {
    QIJING_PROFILE: testProfile(),
    QIJING_PORT: '0',
    QIJING_LOG_LEVEL: 'trace',
    QIJING_DATA_DIR: database.dataDir,
    QIJING_DB_HOST: database.host,
    QIJING_DB_PORT: String(database.port),
    // On a server the product runs as it does in real life: each service as a user that owns nothing.
    QIJING_DB_USER: serviceUser ?? database.user,
    QIJING_DB_PASSWORD: serviceUser === undefined ? database.password : needed('QIJING_DB_PASSWORD'),
    QIJING_DB_PREFIX: database.prefix,
    QIJING_TOPIC_PREFIX: topicPrefix,
    ...(cluster && { QIJING_KAFKA_BROKERS: needed('QIJING_KAFKA_BROKERS') }),
    ...environment,
  });
  const lines: string[] = [];
  const destination = new Writable({
    write(chunk: Buffer, _encoding, done) {
      lines.push(chunk.toString());
      done();
    },
  });
  for (const schema of SCHEMAS)
    await migrate(schema, { ...database, ...(serviceUser !== undefined && { serviceUser }) });
  const running = await runService(
    StandaloneModule,
    config,
    new AppLogger({ service: config.service, level: config.logLevel, destination }),
  );
  if (config.demo) await seedDemo(running.app, PASSWORD);
  return {
    url: running.url,
    app: running.app,
    database,
    logs: () => lines.join(''),
    stop: async () => {
      await running.stop();
      for (const schema of SCHEMAS) await dropTestDatabase(schema, database);
      if (cluster) await deleteTopics(config.kafkaBrokers, topicPrefix);
    },
  };
}

/** The user of the services where the server has one beside its owner. */
const serviceUserOf = (cluster: boolean): string | undefined =>
  cluster && process.env['QIJING_DB_MIGRATE_USER'] ? process.env['QIJING_DB_USER'] : undefined;

async function deleteTopics(brokers: string[], prefix: string): Promise<void> {
  const admin = new Kafka({ brokers, logLevel: logLevel.NOTHING }).admin();
  await admin.connect();
  await admin.deleteTopics({ topics: topicPlans(prefix).map(({ name }) => name) });
  await admin.disconnect();
}
