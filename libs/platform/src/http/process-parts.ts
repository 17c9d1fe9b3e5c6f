import type { INestApplication, InjectionToken } from '@nestjs/common';
import { ModulesContainer } from '@nestjs/core';
import { EVENT_BUS, IncidentTransport, MESSAGING_OPTIONS, Relay, topicPlans } from '#messaging';
import type { EventBus, MessagingOptions } from '#messaging';
import { AuditCheckpoints, Database, DeadlineRunner, deadlines } from '#persistence';
import { basename } from 'node:path';
import { HealthRegistry } from '../health/health.js';
import { AppLogger } from '../logging/app-logger.js';
import { countDatabases } from '../metrics/database-metrics.js';
import { Metrics } from '../metrics/metrics.js';

/** A class, whatever its constructor takes. */
type Instantiable<T> = abstract new (...args: never[]) => T;

/** Every instance of a provider in the process: one per service module that has it. */
export function allOf<T>(app: INestApplication, type: Instantiable<T>): T[] {
  const modules = [...app.get(ModulesContainer).values()];
  const found = modules.map((module) => module.providers.get(type as InjectionToken)?.instance as T | undefined);
  return [...new Set(found.filter((instance) => instance !== undefined))];
}

/** Registers readiness checks and counters of what the process has: databases and event transports. */
export function registerChecks(app: INestApplication): void {
  const health = app.get(HealthRegistry);
  const databases = allOf(app, Database).map((database) => ({ service: nameOf(database), database }));
  for (const { service, database } of databases) {
    health.register(`database:${service}`, () => database.query('SELECT 1 AS one'));
  }
  countDatabases(app.get(Metrics).registry, databases);
  for (const [index, transport] of allOf(app, IncidentTransport).entries()) {
    health.register(`events:${serviceOf(transport) ?? index}`, () =>
      transport.healthy ? Promise.resolve() : Promise.reject(new Error('consumer is not in its group')),
    );
  }
}

/** The service whose transport this is: `Symbol(qijing:intake)` → `intake`. */
const serviceOf = ({ transportId }: IncidentTransport): string | undefined =>
  typeof transportId === 'symbol' ? transportId.description?.replace('qijing:', '') : undefined;

/** Connects every service's transport, so that handlers run under the application's guards, pipes and filters. */
export function connectTransports(app: INestApplication): void {
  for (const strategy of allOf(app, IncidentTransport)) {
    app.connectMicroservice({ strategy }, { inheritAppConfig: true });
  }
}

/** Creates missing topics and starts consumers, relays and deadline runners. May be repeated after a failure. */
export async function startEvents(app: INestApplication): Promise<void> {
  const bus = app.get<EventBus>(EVENT_BUS, { strict: false });
  const { topicPrefix } = app.get<MessagingOptions>(MESSAGING_OPTIONS, { strict: false });
  await bus.createTopics(topicPlans(topicPrefix));
  await app.startAllMicroservices();
}

/** Starts what needs no broker to start: relays (they wait for it), deadline runners, audit checkpoints. */
export async function startBackground(app: INestApplication): Promise<void> {
  await Promise.all(allOf(app, Relay).map((relay) => relay.start()));
  for (const runner of deadlineRunners(app)) runner.start();
  sealAudit(app);
}

/** Checkpoints are told to the log: whoever keeps logs elsewhere can prove that nobody rewrote the chains. */
function sealAudit(app: INestApplication): void {
  const logger = app.get(AppLogger);
  const databases = allOf(app, Database);
  for (const [index, checkpoints] of allOf(app, AuditCheckpoints).entries()) {
    const database = databases[index] && nameOf(databases[index]);
    checkpoints.start(
      ({ seq, heads, hash }) =>
        logger.log({ msg: 'audit checkpoint', context: 'audit', database, seq, heads: heads.length, hash }),
      (error) => logger.warn({ msg: 'no audit checkpoint could be made', context: 'audit', database, err: error }),
    );
  }
}

/** `intake` for intake's file, `<prefix>intake` for its database on a server. */
const nameOf = ({ connections }: Database): string =>
  basename(String(connections.dataSource.options.database), '.sqlite');

/** The runners of services that keep deadlines. A service's database and runner come from the same module, in this order. */
function deadlineRunners(app: INestApplication): DeadlineRunner[] {
  const databases = allOf(app, Database);
  return allOf(app, DeadlineRunner).filter((_runner, index) => {
    const dataSource = databases[index]?.connections.dataSource;
    return dataSource?.hasMetadata(deadlines.name) ?? false;
  });
}

/** Stops deadline runners and consumers, sends what is left in the outboxes (each at most 5 s), seals the audit trail. */
export async function stopBackground(app: INestApplication): Promise<void> {
  await Promise.all(deadlineRunners(app).map((runner) => runner.stop()));
  await Promise.all(allOf(app, Relay).map((relay) => relay.pause()));
  await Promise.all(allOf(app, IncidentTransport).map((part) => part.close()));
  await Promise.all(allOf(app, Relay).map((relay) => relay.stop()));
  await Promise.all(allOf(app, AuditCheckpoints).map((checkpoints) => checkpoints.stop()));
}
