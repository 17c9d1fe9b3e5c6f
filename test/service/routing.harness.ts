import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decodeEvent, INCIDENTS, type DomainEvent, type IncidentReported } from '#contracts';
import {
  EVENT_BUS,
  MESSAGING_OPTIONS,
  topicPlans,
  type EventBus,
  type EventConsumer,
  type MessagingOptions,
} from '#messaging';
import { Database, migrate, sqlTime } from '#persistence';
import { ownerOptions, loadConfig, newId, runService, type Caller, type RunningService } from '#platform';
import { dropTestDatabase, EventDriver, eventually, incidentReported, playOtherReaders, testProfile } from '#testing';
import { routingSchema } from '../../apps/routing/src/outbound/database/routing.schema.js';
import { assignments } from '../../apps/routing/src/outbound/database/assignment.table.js';
import { RoutingConfig } from '../../apps/routing/src/routing.config.js';
import { RoutingModule } from '../../apps/routing/src/routing.module.js';
import { EnterUnits, type UnitInput } from '../../apps/routing/src/use-cases/enter-units.js';

/** Someone of the dispatch desk. */
export const DESK: Caller = { accountId: 'desk', account: 'operator', name: '派警席', roles: ['dispatcher'] };

/** A row of an assignment, as the tests look at it. */
export interface AssignmentSeen {
  id: string;
  incident_id: string;
  unit_id: string;
  unit_slot: number | null;
  rings_at: string | null;
  rung: string | null;
  role: string;
  state: string;
}

/** The routing service alone (one process or several on one database), with intake's events played to it. */
export class RoutingHarness {
  private readonly running: RunningService[] = [];
  private listener: EventConsumer | undefined;

  private constructor(
    private readonly config: RoutingConfig,
    private driver: EventDriver | undefined,
  ) {}

  static async start(processes = 1): Promise<RoutingHarness> {
    const unique = newId().slice(-12);
    const config = loadConfig(RoutingConfig, {
      ...process.env,
      QIJING_PROFILE: testProfile(),
      QIJING_DATA_DIR: mkdtempSync(join(tmpdir(), 'qijing-routing-')),
      QIJING_DB_PREFIX: `qijing_test_${unique}_`,
      QIJING_TOPIC_PREFIX: `qijing.test.${unique}.`,
      QIJING_PORT: '0',
      QIJING_HOST: '127.0.0.1',
      QIJING_LOG_LEVEL: 'silent',
    });
    await migrate(routingSchema, ownerOptions(config));
    const harness = new RoutingHarness(config, undefined);
    for (let n = 0; n < processes; n += 1) await harness.startProcess();
    return harness;
  }

  async startProcess(): Promise<void> {
    const service = await runService(RoutingModule, this.config);
    this.running.push(service);
    if (this.driver) return;
    const bus = service.app.get<EventBus>(EVENT_BUS, { strict: false });
    const { topicPrefix } = service.app.get<MessagingOptions>(MESSAGING_OPTIONS, { strict: false });
    await bus.createTopics(topicPlans(topicPrefix));
    await playOtherReaders(bus, topicPrefix, 'routing');
    this.driver = await EventDriver.on(bus, topicPrefix);
  }

  /** Stops every process; `startProcess` begins again on the same data. */
  async stopProcesses(): Promise<void> {
    await this.listener?.stop();
    this.listener = undefined;
    await this.driver?.close();
    this.driver = undefined;
    for (const service of this.running.splice(0)) await service.stop();
  }

  async close(): Promise<void> {
    await this.stopProcesses();
    await dropTestDatabase(routingSchema, ownerOptions(this.config));
  }

  get database(): Database {
    return this.first.app.get(Database, { strict: false });
  }

  get<T>(type: abstract new (...args: never[]) => T): T {
    return this.first.app.get<T>(type, { strict: false });
  }

  async enter(units: readonly UnitInput[]): Promise<void> {
    await this.get(EnterUnits).run(units);
  }

  /** Plays reports to the service; answers their incident ids. */
  async report(...reports: Partial<IncidentReported>[]): Promise<string[]> {
    const now = new Date().toISOString();
    const { driver } = this;
    if (!driver) throw new Error('no process runs');
    const records = reports.map((over) => {
      const incidentId = newId();
      return driver.record(incidentId, incidentReported({ receivedAt: now, recordedAt: now, ...over, incidentId }));
    });
    await driver.send(records);
    return records.map(({ key }) => key);
  }

  async publish(subject: string, event: Parameters<EventDriver['publish']>[1]): Promise<void> {
    await this.driver?.publish(subject, event);
  }

  /** Listens to what routing publishes; answers what was heard about an incident so far. */
  async hears(): Promise<(incidentId: string) => DomainEvent[]> {
    const heard: [string, DomainEvent][] = [];
    const bus = this.first.app.get<EventBus>(EVENT_BUS, { strict: false });
    const { topicPrefix } = this.first.app.get<MessagingOptions>(MESSAGING_OPTIONS, { strict: false });
    const topics = [`${topicPrefix}${INCIDENTS.name}`];
    this.listener = bus.consumer({ groupId: `${topicPrefix}observer`, topics });
    await this.listener.run(async (batch) => {
      for (const { key, headers, value } of batch.records) {
        const decoded = decodeEvent(headers['ce_type'] ?? '', JSON.parse(value ?? '{}'));
        if (headers['ce_source'] === 'routing' && decoded.kind === 'event') heard.push([key, decoded.event]);
      }
      const last = batch.records.at(-1);
      if (last) await batch.done(last);
    });
    return (incidentId) => heard.flatMap(([key, event]) => (key === incidentId ? [event] : []));
  }

  assignments(): Promise<AssignmentSeen[]> {
    return this.database.query<AssignmentSeen>('SELECT * FROM `assignment` ORDER BY `incident_id`, `slot`');
  }

  /** Waits until that many incidents are planned. */
  async planned(count: number): Promise<void> {
    await eventually(
      async () => {
        const [row] = await this.database.query<{ n: number | string }>('SELECT COUNT(*) AS n FROM `dispatch`');
        if (Number(row?.n) < count) throw new Error(`${row?.n} of ${count} planned`);
      },
      { withinMs: 30_000 },
    );
  }

  /** Makes what nobody acknowledged so old that a share of its limit, in percent, has just passed. */
  async age(percent: number): Promise<void> {
    const running = await this.database.rows(assignments, "WHERE `rings_at` IS NOT NULL AND `state` = 'ISSUED'");
    await this.database.write(async () => {
      for (const { id, issuedAt, acknowledgeBy } of running) {
        const limitMs = acknowledgeBy.getTime() - issuedAt.getTime();
        const at = new Date(Date.now() - (limitMs * percent) / 100 - 100).toISOString();
        await this.database.execute('UPDATE `assignment` SET `milestones` = ?, `rings_at` = ? WHERE `id` = ?', [
          JSON.stringify({ ISSUED: { at } }),
          sqlTime(new Date(Date.now() - 100)),
          id,
        ]);
      }
    });
  }

  private get first(): RunningService {
    const [service] = this.running;
    if (!service) throw new Error('no process runs');
    return service;
  }
}
