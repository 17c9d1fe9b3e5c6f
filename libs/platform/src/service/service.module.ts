import {
  Inject,
  Injectable,
  Module,
  type DynamicModule,
  type InjectionToken,
  type OnApplicationShutdown,
  type Provider,
} from '@nestjs/common';
import { SERVICES, STREAMS } from '#contracts';
import type { Consumption } from '#messaging';
import {
  applyMigrations,
  AuditCheckpoints,
  AuditTrail,
  Database,
  DATABASE_OPTIONS,
  DeadlineRunner,
  openConnections,
  refuseNewerSchema,
  type DatabaseOptions,
  type ServiceSchema,
} from '#persistence';
import { AuditEntries } from '../audit/audit-entries.js';
import { auditControllerOf } from '../audit/audit.controller.js';
import { AuditTally } from '../audit/audit-tally.js';
import { sealingOf } from '../audit/sealing.js';
import { noteActs } from '../audit/security-acts.js';
import { ServiceConfig } from '../config/service.config.js';
import { AppLogger } from '../logging/app-logger.js';
import { SecurityLog } from '../logging/security-log.js';
import { messaging, noEvents, SERVICE_EVENTS } from './messaging.providers.js';
import { ServiceStore } from './service-store.js';

@Injectable()
class Closing implements OnApplicationShutdown {
  constructor(@Inject(Database) private readonly database: Database) {}

  async onApplicationShutdown(): Promise<void> {
    await this.database.close();
  }
}

/**
 * Gives a service module what it has of its own: `Database`, `DeadlineRunner`, `AuditTrail`; when it says what it reads, be it
 * nothing, `Outbox` and `ParkedEvents`; and when that is something, `IncidentTransport`. All of it in one `ServiceStore` that
 * the process starts and stops.
 */
@Module({})
export class ServiceModule {
  static of(schema: ServiceSchema, consumption?: Omit<Consumption, 'service'>): DynamicModule {
    refuseUnknownReader(schema.service, consumption?.reads ?? []);
    const providers = [
      ...storage(schema),
      ...(consumption ? messaging({ ...consumption, service: schema.service }) : [noEvents]),
      storeOf(schema),
    ];
    return {
      module: class extends ServiceModule {},
      controllers: SERVICES.some((name) => name === schema.service) ? [auditControllerOf(schema.service)] : [],
      providers: [...providers, AuditEntries, Closing],
      exports: providers.map((provider) => (provider as { provide: InjectionToken }).provide),
    };
  }
}

/** What a stream says of its readers decides when a record has arrived, so it must be what the services say. */
function refuseUnknownReader(service: string, reads: Consumption['reads']): void {
  const known = SERVICES.find((name) => name === service);
  if (known === undefined) return;
  for (const stream of STREAMS) {
    const does = reads.some((one) => one.stream.name === stream.name);
    if (stream.readers.includes(known) !== does)
      throw new Error(`${stream.name} is ${does ? '' : 'not '}read by ${service}: say so in its readers`);
  }
}

const storage = (schema: ServiceSchema): Provider[] => [
  {
    provide: Database,
    inject: [DATABASE_OPTIONS],
    useFactory: async (options: DatabaseOptions) => {
      const connections = await openConnections(schema, options);
      const fit = options.profile === 'embedded' ? applyMigrations : refuseNewerSchema;
      await fit(schema, connections).catch(async (error: unknown) => {
        await connections.close();
        throw error;
      });
      return new Database(connections);
    },
  },
  {
    provide: DeadlineRunner,
    inject: [Database, AppLogger],
    useFactory: (database: Database, logger: AppLogger) =>
      new DeadlineRunner(database, (error) =>
        logger.error({ msg: 'a deadline failed', context: 'deadlines', service: schema.service, err: error }),
      ),
  },
  {
    provide: AuditCheckpoints,
    inject: [Database, DATABASE_OPTIONS, ServiceConfig],
    useFactory: (database: Database, options: DatabaseOptions, config: ServiceConfig) =>
      new AuditCheckpoints(database, sealingOf(config, options, schema.service)),
  },
  { provide: AuditTally, inject: [Database], useFactory: (database: Database) => new AuditTally(database) },
  {
    provide: AuditTrail,
    inject: [Database, SecurityLog],
    useFactory: (database: Database, log: SecurityLog) => {
      const trail = AuditTrail.of(database);
      trail.listener = (entries) => noteActs(log, entries);
      return trail;
    },
  },
];

type StoreParts = ConstructorParameters<typeof ServiceStore> extends [string, ...infer Parts] ? Parts : never;

const storeOf = (schema: ServiceSchema): Provider => ({
  provide: ServiceStore,
  inject: [Database, AuditTally, AuditCheckpoints, SERVICE_EVENTS, DeadlineRunner, ServiceConfig, AppLogger],
  useFactory: (...parts: StoreParts): ServiceStore => new ServiceStore(schema.service, ...parts),
});
