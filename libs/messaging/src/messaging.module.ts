import { Inject, Injectable, Module, type DynamicModule, type OnModuleInit } from '@nestjs/common';
import { STREAMS } from '#contracts';
import { Database } from '#persistence';
import { InProcessBroker } from './adapters/in-process/broker.js';
import { KafkaBus } from './adapters/kafka/kafka-bus.js';
import { ParkedEvents } from './inbox/parked-events.js';
import { Outbox } from './outbox/outbox.js';
import { Relay } from './outbox/relay.js';
import { EVENT_BUS, MESSAGING_OPTIONS, type EventBus, type MessagingOptions, type TopicPlan } from './ports.js';
import { IncidentTransport, type Consumption } from './transport.js';

/** The bus of a process; one for all services that run in it. */
export const openEventBus = (options: MessagingOptions): EventBus =>
  options.profile === 'embedded' ? new InProcessBroker() : new KafkaBus(options);

/** Every topic of a deployment, dead-letter topics included. */
export const topicPlans = (prefix: string): TopicPlan[] =>
  STREAMS.flatMap(({ name, partitions, compacted }) => [
    { name: `${prefix}${name}`, partitions, compacted },
    { name: `${prefix}${name}.dlq`, partitions: 1, compacted: false },
  ]);

@Injectable()
class NudgeOnCommit implements OnModuleInit {
  constructor(
    @Inject(Outbox) private readonly outbox: Outbox,
    @Inject(Relay) private readonly relay: Relay,
  ) {}

  onModuleInit(): void {
    this.outbox.onCommitted(() => this.relay.nudge());
  }
}

/** Gives a service module its `Outbox`, `Relay`, `IncidentTransport` and `ParkedEvents`. */
@Module({})
export class MessagingModule {
  static forService(consumption: Consumption, persistence: DynamicModule): DynamicModule {
    const { service } = consumption;
    return {
      module: class extends MessagingModule {},
      imports: [persistence],
      providers: [
        {
          provide: Outbox,
          inject: [Database, MESSAGING_OPTIONS],
          useFactory: (database: Database, options: MessagingOptions) =>
            new Outbox(database, service, options.topicPrefix, options.trace),
        },
        {
          provide: Relay,
          inject: [Database, EVENT_BUS, MESSAGING_OPTIONS],
          useFactory: (database: Database, bus: EventBus, options: MessagingOptions) =>
            new Relay(database, bus, options.log, options.instance),
        },
        {
          provide: IncidentTransport,
          inject: [Database, Outbox, EVENT_BUS, MESSAGING_OPTIONS],
          useFactory: (database: Database, outbox: Outbox, bus: EventBus, options: MessagingOptions) =>
            new IncidentTransport(database, outbox, bus, options, consumption),
        },
        { provide: ParkedEvents, inject: [Database], useFactory: (database: Database) => new ParkedEvents(database) },
        NudgeOnCommit,
      ],
      exports: [Outbox, Relay, IncidentTransport, ParkedEvents],
    };
  }
}
