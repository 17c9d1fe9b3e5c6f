import { AssignmentAcknowledged, DispatchPlanned, IncidentReported, INCIDENTS, type DomainEvent } from '#contracts';
import { ConsumedEvent, IncidentTransport, InProcessBroker, KafkaBus, Outbox, Relay, topicPlans } from '#messaging';
import type { EventBus, EventContext } from '#messaging';
import type { Database } from '#persistence';
import {
  deleteTestTopics,
  effectsBySubject,
  effectsSchema,
  incidentReported,
  messagingOptions,
  needed,
  noteEffect,
  openTestDatabase,
  RememberedLog,
  type TestDatabase,
} from '#testing';

/** What a reader does with an event, in the unit of work of its own database. */
export type Handler = (context: EventContext, database: Database) => Promise<void>;

/** A sender's and a reader's service with all between them: outbox, relay, bus, inbox and two databases. */
export class Chain {
  readonly log = new RememberedLog();
  readonly topicPrefix = `c${process.pid}${Math.random().toString(36).slice(2, 7)}.`;
  readonly bus: EventBus;
  private relay: Relay | undefined;
  private readonly running = new Set<IncidentTransport>();

  private constructor(
    readonly profile: 'embedded' | 'cluster',
    readonly sender: TestDatabase,
    readonly reader: TestDatabase,
  ) {
    this.bus = profile === 'embedded' ? new InProcessBroker() : new KafkaBus(this.options);
  }

  static async open(profile: 'embedded' | 'cluster'): Promise<Chain> {
    const open = () => openTestDatabase(effectsSchema, profile);
    const chain = new Chain(profile, await open(), await open());
    await chain.bus.createTopics(topicPlans(chain.topicPrefix));
    return chain;
  }

  get options() {
    const brokers = this.profile === 'cluster' ? needed('QIJING_KAFKA_BROKERS').split(',') : [];
    return messagingOptions({ profile: this.profile, brokers, topicPrefix: this.topicPrefix, log: this.log });
  }

  async startRelay(): Promise<void> {
    this.relay = new Relay(this.sender.database, this.bus, this.log, 'sender');
    await this.relay.start();
  }

  /** A member of the reader's group, on a database connection of its own where that is possible. */
  async startReader(handler?: Handler): Promise<IncidentTransport> {
    const database = this.profile === 'cluster' ? await this.reader.another() : this.reader.database;
    const note: Handler = handler ?? ((context) => noteEffect(database, context));
    const outbox = new Outbox(database, 'cases', this.topicPrefix, this.options.trace);
    const transport = new IncidentTransport(database, outbox, this.bus, this.options, {
      service: 'effects',
      reads: [{ stream: INCIDENTS, sources: ['intake', 'routing'] }],
    });
    const handle = (_event: DomainEvent, context: ConsumedEvent) => note(context.envelope, database);
    for (const { type } of [IncidentReported, DispatchPlanned, AssignmentAcknowledged]) {
      transport.addHandler(type, handle as never, true);
    }
    await new Promise<void>((resolve, reject) =>
      transport.listen((error) => (error instanceof Error ? reject(error) : resolve())),
    );
    this.running.add(transport);
    return transport;
  }

  async stopReader(transport: IncidentTransport): Promise<void> {
    this.running.delete(transport);
    await transport.close();
  }

  /** Publishes the next events of each subject, one transaction per event, all subjects at once. */
  async publish(subjects: readonly string[], from: number, to: number): Promise<void> {
    const { database } = this.sender;
    const outbox = new Outbox(database, 'intake', this.topicPrefix, this.options.trace);
    if (this.relay) outbox.sentBy(this.relay);
    const one = async (id: string) => {
      for (let version = from - 1; version < to; version += 1)
        await database.write(() =>
          Promise.resolve(outbox.publish({ id, version }, incidentReported({ incidentId: id }))),
        );
    };
    await Promise.all(subjects.map(one));
  }

  effects(): Promise<Record<string, number[]>> {
    return effectsBySubject(this.reader.database);
  }

  async waiting(database: Database): Promise<number> {
    const [row] = await database.query<{ n: number }>('SELECT COUNT(*) AS n FROM `outbox`');
    return Number(row?.n);
  }

  async close(): Promise<void> {
    for (const transport of this.running) await transport.close();
    await this.relay?.stop();
    await this.bus.close();
    if (this.profile === 'cluster') await deleteTestTopics(this.options.brokers, this.topicPrefix);
    await this.sender.drop();
    await this.reader.drop();
  }
}

export const upTo = (count: number): number[] => Array.from({ length: count }, (_, n) => n + 1);
