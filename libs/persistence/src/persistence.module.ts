import { Inject, Injectable, Module, type DynamicModule, type OnApplicationShutdown } from '@nestjs/common';
import { DATABASE_OPTIONS, openConnections, type DatabaseOptions } from './connections.js';
import { AuditCheckpoints } from './audit/audit-checkpoints.js';
import { AuditTrail } from './audit/audit-trail.js';
import { Database } from './database.js';
import { DeadlineRunner, Deadlines } from './deadlines.js';
import { applyMigrations } from './migrate.js';
import type { ServiceSchema } from './schema.js';

@Injectable()
class Closing implements OnApplicationShutdown {
  constructor(@Inject(Database) private readonly database: Database) {}

  async onApplicationShutdown(): Promise<void> {
    await this.database.close();
  }
}

/** Gives a service module its own `Database`, `Deadlines`, `DeadlineRunner`, `AuditTrail` and `AuditCheckpoints`. */
@Module({})
export class PersistenceModule {
  static forService(schema: ServiceSchema): DynamicModule {
    return {
      module: class extends PersistenceModule {},
      providers: [
        {
          provide: Database,
          inject: [DATABASE_OPTIONS],
          useFactory: async (options: DatabaseOptions) => {
            const connections = await openConnections(schema, options);
            if (options.profile === 'embedded') await applyMigrations(schema, connections);
            return new Database(connections);
          },
        },
        { provide: Deadlines, inject: [Database], useFactory: (database: Database) => new Deadlines(database) },
        {
          provide: DeadlineRunner,
          inject: [Database, Deadlines],
          useFactory: (database: Database, deadlines: Deadlines) =>
            new DeadlineRunner(database, deadlines, (error) => process.emitWarning(error as Error)),
        },
        { provide: AuditTrail, inject: [Database], useFactory: (database: Database) => AuditTrail.of(database) },
        {
          provide: AuditCheckpoints,
          inject: [Database],
          useFactory: (database: Database) => new AuditCheckpoints(database),
        },
        Closing,
      ],
      exports: [Database, Deadlines, DeadlineRunner, AuditTrail, AuditCheckpoints],
    };
  }
}
