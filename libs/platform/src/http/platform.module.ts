import { Module, type DynamicModule, type OnApplicationShutdown, type Type, Inject, Injectable } from '@nestjs/common';
import { EVENT_BUS, MESSAGING_OPTIONS, openEventBus, type EventBus, type MessagingOptions } from '#messaging';
import { DATABASE_OPTIONS, type DatabaseOptions } from '#persistence';
import { hostname } from 'node:os';
import { EndedSessions } from '../auth/ended-sessions.js';
import { FollowIdentity } from '../auth/follow-identity.js';
import { KeyRing } from '../auth/key-ring.js';
import { SessionCookie } from '../auth/session-cookie.js';
import { TokenVerifier } from '../auth/token.js';
import { Clock } from '../clock.js';
import { ServiceConfig } from '../config/service.config.js';
import { HealthController, HealthRegistry } from '../health/health.js';
import { AppLogger } from '../logging/app-logger.js';
import { SecurityLog } from '../logging/security-log.js';
import { Metrics, MetricsController } from '../metrics/metrics.js';
import { currentContext, formatTraceparent, runWithTrace } from '../tracing/request-context.js';
import { ProcessLife } from './process-life.js';

@Injectable()
class ClosingBus implements OnApplicationShutdown {
  constructor(@Inject(EVENT_BUS) private readonly bus: EventBus) {}

  async onApplicationShutdown(): Promise<void> {
    await this.bus.close();
  }
}

/** What every process has once, whatever services run in it; visible in all modules. */
@Module({})
export class PlatformModule {
  static forProcess(config: ServiceConfig, logger: AppLogger, databases = databaseOptions(config)): DynamicModule {
    const providers = [
      Clock,
      { provide: HealthRegistry, useFactory: () => new HealthRegistry() },
      Metrics,
      ProcessLife,
      SecurityLog,
      { provide: ServiceConfig, useValue: config },
      { provide: AppLogger, useValue: logger },
      KeyRing,
      EndedSessions,
      {
        provide: FollowIdentity,
        inject: [KeyRing, EndedSessions],
        useFactory: (keys: KeyRing, ended: EndedSessions) =>
          new FollowIdentity(keys, ended, { jwksUrl: config.jwksUrl }),
      },
      TokenVerifier,
      SessionCookie,
      { provide: DATABASE_OPTIONS, useValue: databases },
      { provide: MESSAGING_OPTIONS, useValue: messagingOptions(config, logger) },
      { provide: EVENT_BUS, inject: [MESSAGING_OPTIONS], useFactory: openEventBus },
    ];
    return {
      module: PlatformModule,
      global: true,
      controllers: [HealthController, MetricsController],
      providers: [...providers, ClosingBus],
      exports: providers.map((provider) => ('provide' in provider ? provider.provide : provider)),
    };
  }
}

/** The root module of a process: the platform and one service module, or several (`standalone`). */
export function processModule(
  service: Type | DynamicModule,
  config: ServiceConfig,
  logger: AppLogger,
  databases?: DatabaseOptions,
): DynamicModule {
  return { module: class ProcessModule {}, imports: [PlatformModule.forProcess(config, logger, databases), service] };
}

/** The database settings of a config. */
export function databaseOptions(config: ServiceConfig): DatabaseOptions {
  return {
    profile: config.profile,
    dataDir: config.dataDir,
    host: config.dbHost,
    port: config.dbPort,
    user: config.dbUser,
    password: config.dbPassword,
    prefix: config.dbPrefix,
    poolSize: config.dbPool,
  };
}

/** The database settings of whoever owns the databases: for migrations and the command line. */
export function ownerOptions(config: ServiceConfig): DatabaseOptions {
  const { dbMigrateUser: user, dbMigratePassword: password } = config;
  const options = databaseOptions(config);
  return user === undefined ? options : { ...options, user, password, serviceUser: options.user };
}

/** The event settings of a config; the instance name survives restarts, so that a lease comes back at once. */
export function messagingOptions(config: ServiceConfig, logger: AppLogger): MessagingOptions {
  const write =
    (level: 'log' | 'warn' | 'error') =>
    (msg: string, fields: Record<string, unknown> = {}) =>
      logger[level]({ msg, context: 'messaging', ...fields });
  return {
    profile: config.profile,
    allServices: config.allServices,
    brokers: config.kafkaBrokers,
    topicPrefix: config.topicPrefix,
    topicRetentionDays: config.topicRetentionDays,
    instance: `${hostname()}:${config.service}:${config.port}`,
    trace: {
      current: () => {
        const context = currentContext();
        return context && formatTraceparent(context);
      },
      continue: runWithTrace,
    },
    log: { info: write('log'), warn: write('warn'), error: write('error') },
  };
}
