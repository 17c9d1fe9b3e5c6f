import type { DynamicModule, Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { setTimeout as sleep } from 'node:timers/promises';
import { createPrivately } from '#persistence';
import { loadServerConfig, misspelt, processEnvironment } from '../config/load-config.js';
import { answerArguments } from '../config/program-arguments.js';
import type { ServiceConfig } from '../config/service.config.js';
import { HealthRegistry } from '../health/health.js';
import { AppLogger } from '../logging/app-logger.js';
import { Metrics } from '../metrics/metrics.js';
import { createServiceApp } from './create-app.js';
import { keepPrivate, requireFreePort } from '../start/preconditions.js';
import { leaveWithReason } from '../start/start-refused.js';
import { ProcessLife } from './process-life.js';
import { connectTransports, registerChecks, startBackground, startEvents, stopBackground } from './process-parts.js';

/** Milliseconds that requests in hand get to finish before their connections are cut. */
const HTTP_GRACE_MS = 5_000;
const RETRY_MS = { first: 500, most: 10_000 };

/** A running process. */
export interface RunningService<C extends ServiceConfig = ServiceConfig> {
  app: NestFastifyApplication;
  config: C;
  /** Where it listens, e.g. `http://localhost:3000`. */
  url: string;
  /** Orderly stop: HTTP, consumers, relays, databases, in this order. Calling it again changes nothing. */
  stop(): Promise<void>;
}

/**
 * Starts the process of a service: reads and checks its config (all faults at once), listens, consumes, relays, and stops in
 * order on SIGTERM or SIGINT; a second signal leaves at once. What keeps it from starting is told in a sentence, without a
 * stack, and the process exits with 1.
 */
export async function bootstrapService<C extends ServiceConfig>(
  service: Type | DynamicModule,
  configClass: new () => C,
): Promise<RunningService<C>> {
  answerArguments();
  createPrivately();
  const settings = new configClass();
  try {
    const config = loadServerConfig(configClass, processEnvironment());
    settings.port = config.port;
    const logger = new AppLogger({ service: config.service, level: config.logLevel });
    if (config.allServices) for (const line of misspelt(processEnvironment())) logger.warn(line, 'settings');
    await requireFreePort(config);
    keepPrivate(config, logger);
    const running = await runService(service, config, logger);
    stopOnSignals(running, logger);
    return running;
  } catch (error) {
    const program = settings.allServices ? 'npm start' : `node dist/programs/${settings.service}.js`;
    return leaveWithReason(error, { program, port: settings.port });
  }
}

/** Starts a process from a config that is there already (tests, commands); installs no signal handlers. */
export async function runService<C extends ServiceConfig>(
  service: Type | DynamicModule,
  config: C,
  logger: AppLogger = new AppLogger({ service: config.service, level: config.logLevel }),
): Promise<RunningService<C>> {
  const app = await createServiceApp(service, config, logger);
  app.get(Metrics).collectProcess();
  registerChecks(app);
  connectTransports(app);
  const { stopping } = app.get(ProcessLife);
  await startBackground(app);
  const consuming = consumeWhenPossible(app, logger, stopping);
  if (config.profile === 'embedded') await consuming;
  await app.listen(config.port, config.host);
  const url = (await app.getUrl()).replace(/\[::1?\]|0\.0\.0\.0|127\.0\.0\.1/, 'localhost');
  logger.log(`${config.service} listens on ${url}`, 'bootstrap');
  let stopped: Promise<void> | undefined;
  return { app, config, url, stop: () => (stopped ??= stopService(app, consuming)) };
}

/** A broker that is away delays events, not the service: reports are taken meanwhile. */
async function consumeWhenPossible(
  app: NestFastifyApplication,
  logger: AppLogger,
  stopping: AbortSignal,
): Promise<void> {
  for (let wait = RETRY_MS.first; !stopping.aborted; wait = Math.min(wait * 2, RETRY_MS.most)) {
    try {
      await startEvents(app);
      return;
    } catch (error) {
      logger.warn({ msg: 'events cannot be consumed yet', err: error });
      await sleep(wait, undefined, { signal: stopping }).catch(() => undefined);
    }
  }
}

async function stopService(app: NestFastifyApplication, consuming: Promise<void>): Promise<void> {
  app.get(HealthRegistry).startStopping();
  app.get(ProcessLife).stop();
  await stopHttp(app);
  await consuming;
  await stopBackground(app);
  await app.close();
}

async function stopHttp(app: NestFastifyApplication): Promise<void> {
  const fastify = app.getHttpAdapter().getInstance();
  const cut = setTimeout(() => fastify.server.closeAllConnections(), HTTP_GRACE_MS);
  await fastify.close();
  clearTimeout(cut);
}

function stopOnSignals(running: RunningService, logger: AppLogger): void {
  let signalled = false;
  const leave = (signal: NodeJS.Signals): void => {
    if (signalled) process.exit(1);
    signalled = true;
    logger.log(`${signal}: stopping`, 'bootstrap');
    setTimeout(() => process.exit(1), running.config.shutdownSeconds * 1000).unref();
    running.stop().then(
      () => exitWith(0, logger),
      (error: unknown) => {
        logger.error({ msg: 'stop failed', err: error });
        exitWith(1, logger);
      },
    );
  };
  process.on('SIGTERM', leave);
  process.on('SIGINT', leave);
}

function exitWith(code: number, logger: AppLogger): void {
  logger.flush();
  process.exit(code);
}
