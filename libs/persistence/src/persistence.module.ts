import { Inject, Injectable, Module, type DynamicModule, type OnApplicationShutdown } from '@nestjs/common';
import { DATABASE_OPTIONS, openConnections, type DatabaseOptions } from './connections.js';
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

/** Gives a service module its own `Database`, `Deadlines` and `DeadlineRunner`. */
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
        Closing,
      ],
      exports: [Database, Deadlines, DeadlineRunner],
    };
  }
}
