import type { INestApplication, InjectionToken } from '@nestjs/common';
import { ModulesContainer } from '@nestjs/core';
import { EVENT_BUS, MESSAGING_OPTIONS, topicPlans, type EventBus, type MessagingOptions } from '#messaging';
import { HealthRegistry } from '../health/health.js';
import { countDatabases } from '../metrics/database-metrics.js';
import { Metrics } from '../metrics/metrics.js';
import { ServiceStore } from '../service/service-store.js';

/** The stores of all services that run in the process, in the order of their modules. */
export function storesOf(app: INestApplication): ServiceStore[] {
  const modules = [...app.get(ModulesContainer).values()];
  const found = modules.map(
    (module) => module.providers.get(ServiceStore as InjectionToken)?.instance as ServiceStore | undefined,
  );
  return [...new Set(found.filter((store) => store !== undefined))];
}

/** Registers readiness checks and counters of what the process has: databases and event transports. */
export function registerChecks(app: INestApplication): void {
  const health = app.get(HealthRegistry);
  const stores = storesOf(app);
  for (const { service, database, events } of stores) {
    health.register(`database:${service}`, () => database.query('SELECT 1 AS one'));
    const transport = events?.transport;
    if (!transport) continue;
    health.register(`events:${service}`, () =>
      transport.healthy ? Promise.resolve() : Promise.reject(new Error('consumer is not in its group')),
    );
  }
  countDatabases(app.get(Metrics).registry, stores);
}

/** Connects every service's transport, so that handlers run under the application's guards, pipes and filters. */
export function connectTransports(app: INestApplication): void {
  for (const { events } of storesOf(app)) {
    if (events?.transport) app.connectMicroservice({ strategy: events.transport }, { inheritAppConfig: true });
  }
}

/** Creates missing topics and starts consumers. May be repeated after a failure. */
export async function startEvents(app: INestApplication): Promise<void> {
  const bus = app.get<EventBus>(EVENT_BUS, { strict: false });
  const { topicPrefix, topicRetentionDays } = app.get<MessagingOptions>(MESSAGING_OPTIONS, { strict: false });
  await bus.createTopics(topicPlans(topicPrefix, topicRetentionDays));
  await app.startAllMicroservices();
}

/** Starts what needs no broker to start. */
export async function startBackground(app: INestApplication): Promise<void> {
  await Promise.all(storesOf(app).map((store) => store.start()));
}

/** Stops what was started. */
export async function stopBackground(app: INestApplication): Promise<void> {
  await Promise.all(storesOf(app).map((store) => store.stop()));
}
