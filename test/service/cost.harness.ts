import { Test } from '@nestjs/testing';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { EVENT_BUS, EventChain, InProcessBroker, type EventBus } from '#messaging';
import { migrate, type Database, type DatabaseOptions, type Session } from '#persistence';
import {
  AppLogger,
  configureApp,
  connectTransports,
  fastifyAdapter,
  loadConfig,
  processModule,
  startBackground,
  startEvents,
  stopBackground,
  storesOf,
  type Caller,
} from '#platform';
import { dropTestDatabase, eventually, TestBus, testDatabaseOptions, testProfile } from '#testing';
import { AdmitReport } from '../../apps/intake/src/use-cases/admit-report.js';
import { ReceiveReport } from '../../apps/intake/src/use-cases/receive-report.js';
import { EnterUnits } from '../../apps/routing/src/use-cases/enter-units.js';
import { SCHEMAS } from '../../apps/standalone/src/schemas.js';
import { StandaloneConfig } from '../../apps/standalone/src/standalone.config.js';
import { StandaloneModule } from '../../apps/standalone/src/standalone.module.js';

const DESK: Caller = { accountId: 'desk', account: 'operator', name: '接警席', roles: ['call_taker'] };
const PLACE = { address: '示范园区', longitude: 119.97, latitude: 31.69 };

/** What one service asked of its database. */
export interface Cost {
  transactions: number;
  /** Statements inside transactions, BEGIN and COMMIT included, and what the relay sends for the outbox. */
  roundTrips: number;
  /** Rows inserted, less rows deleted. */
  rows: number;
}

const NOTHING: Cost = { transactions: 0, roundTrips: 0, rows: 0 };

/** An in-process bus without a chain that counts what is sent, or the embedded profile's chain that counts what it is given. */
class CountingBus {
  messages = 0;

  /** The embedded profile hands events over inside transactions, as it does in real life. */
  embedded(): EventBus {
    const chain = new EventChain();
    const publish = chain.publish.bind(chain);
    chain.publish = (unit, events) => {
      this.messages += events.length;
      publish(unit, events);
    };
    return new InProcessBroker(chain);
  }

  /** The cluster's outboxes and cursors, with events handed over in the process. */
  cluster(): EventBus {
    const bus = new TestBus();
    const producer = bus.producer.bind(bus);
    bus.producer = () => {
      const inner = producer();
      return {
        ...inner,
        sendBatch: (records) => {
          this.messages += records.length;
          return inner.sendBatch(records);
        },
      };
    };
    return bus;
  }
}

/**
 * The five services on real databases, with events handed over in the process whatever the profile, so that batches are
 * the same in every run: what is counted does not depend on how fast anything is.
 */
export class CostHarness {
  private readonly counted = new Map<string, Cost>();
  /** Some service's transaction is open, in which others may take part. */
  private underWay = false;

  private constructor(
    private readonly app: NestFastifyApplication,
    private readonly options: DatabaseOptions,
    /** How many messages were sent or handed over. */
    readonly bus: { readonly messages: number },
  ) {
    for (const { service, database } of storesOf(app)) this.watch(service, database);
  }

  static async start(): Promise<CostHarness> {
    const options = testDatabaseOptions();
    for (const schema of SCHEMAS) await migrate(schema, options);
    const config = loadConfig(StandaloneConfig, {
      QIJING_PROFILE: testProfile(),
      QIJING_DATA_DIR: options.dataDir,
      QIJING_DB_HOST: options.host || '127.0.0.1',
      QIJING_DB_PORT: String(options.port),
      QIJING_DB_USER: options.user,
      QIJING_DB_PASSWORD: options.password,
      QIJING_DB_PREFIX: options.prefix,
      QIJING_LOG_LEVEL: 'silent',
      QIJING_AUDIT_SEAL_SECONDS: '60',
    });
    const logger = new AppLogger({ service: 'cost', level: 'silent' });
    const bus = new CountingBus();
    const built = Test.createTestingModule({ imports: [processModule(StandaloneModule, config, logger)] });
    const module = await built.overrideProvider(EVENT_BUS).useValue(bus[testProfile()]()).compile();
    const app = module.createNestApplication<NestFastifyApplication>(fastifyAdapter(config), {
      logger,
      bodyParser: false,
    });
    await configureApp(app, config);
    await app.init();
    const harness = new CostHarness(app, options, bus);
    connectTransports(app);
    await startBackground(app);
    await startEvents(app);
    return harness;
  }

  /** One unit of each discipline that a theft asks for, with room for everything that follows. */
  async enterUnits(capacity: number): Promise<void> {
    const units = (['PS', 'CID', 'AST', 'ISEC'] as const).map((discipline) => ({
      id: `${discipline}1`,
      name: discipline,
      discipline,
      capacity,
      longitude: PLACE.longitude,
      latitude: PLACE.latitude,
    }));
    await this.app.get(EnterUnits, { strict: false }).run(units);
  }

  /** Reports thefts in one group commit and waits until nothing moves any more. */
  async report(count: number, estimatedLossFen = 0): Promise<void> {
    const admit = this.app.get(AdmitReport, { strict: false });
    const receive = this.app.get(ReceiveReport, { strict: false });
    const asked = {
      type: 'E101',
      enterpriseName: '示范厂',
      reporter: { name: '陈示范', phone: '13800000000' },
      place: PLACE,
      narrative: '被盗',
    };
    const admitted = [];
    for (let n = 0; n < count; n += 1) admitted.push(await admit.run({ ...asked, estimatedLossFen }, DESK));
    const intake = storesOf(this.app).find(({ service }) => service === 'intake')?.database;
    if (!intake) throw new Error('intake has no database');
    await Promise.all(admitted.map((report) => intake.write(() => receive.run(report), { group: 'reports' })));
    await this.quiet();
  }

  /** What was asked since the last call, of all services together. */
  total(): Cost {
    const sum = { ...NOTHING };
    for (const { transactions, roundTrips, rows } of Object.values(this.costs())) {
      sum.transactions += transactions;
      sum.roundTrips += roundTrips;
      sum.rows += rows;
    }
    return sum;
  }

  /** What was asked since the last call, by service. */
  costs(): Record<string, Cost> {
    const costs = Object.fromEntries([...this.counted].map(([service, cost]) => [service, { ...cost }]));
    for (const cost of this.counted.values()) Object.assign(cost, NOTHING);
    return costs;
  }

  async stop(): Promise<void> {
    await stopBackground(this.app);
    await this.app.close();
    for (const schema of SCHEMAS) await dropTestDatabase(schema, this.options);
  }

  /** Every outbox is empty and stays so for longer than anybody lingers. */
  private async quiet(): Promise<void> {
    let calm = 0;
    await eventually(
      async () => {
        const waiting = await Promise.all(
          storesOf(this.app)
            .filter(({ events }) => events)
            .map(({ database }) => database.query('SELECT 1 FROM `outbox` LIMIT 1')),
        );
        calm = waiting.every((rows) => rows.length === 0) ? calm + 1 : 0;
        if (calm < 6) throw new Error('events are on their way');
      },
      { withinMs: 60_000, everyMs: 30 },
    );
  }

  private watch(service: string, { connections }: Database): void {
    const cost: Cost = { ...NOTHING };
    this.counted.set(service, cost);
    const writer = connections.writer.bind(connections);
    const within = connections.within?.bind(connections);
    const { beginSql } = connections.dialect;
    const count = (sql: string, affected: number, open: boolean): void => {
      const relaysDelete = sql.startsWith('DELETE FROM `outbox`');
      // The relay's page costs one read besides; its idle polls and those of others are not counted.
      if (open) cost.roundTrips += 1;
      else if (relaysDelete) cost.roundTrips += 2;
      if (sql === 'COMMIT') cost.transactions += 1;
      if (sql.startsWith('INSERT')) cost.rows += affected;
      if (sql.startsWith('DELETE') && (open || relaysDelete)) cost.rows -= affected;
    };
    const watched = (session: Session, part: boolean): Session => {
      let open = part && this.underWay;
      return {
        release: () => session.release(),
        run: async (sql, params) => {
          if (sql === beginSql) this.underWay = open = true;
          const counts = open;
          if (sql === 'COMMIT' || sql === 'ROLLBACK') this.underWay = open = false;
          const result = await session.run(sql, params);
          count(sql, result.affected, counts);
          return result;
        },
      };
    };
    connections.writer = async () => watched(await writer(), false);
    if (within) connections.within = () => watched(within(), true);
  }
}
