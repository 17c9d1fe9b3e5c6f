import type { Provider } from '@nestjs/common';
import {
  EVENT_BUS,
  IncidentTransport,
  MESSAGING_OPTIONS,
  Outbox,
  ParkedEvents,
  Relay,
  type Consumption,
  type EventBus,
  type MessagingOptions,
} from '#messaging';
import { Database } from '#persistence';
import type { ServiceEvents } from './service-store.js';

/** A service's `ServiceEvents`; undefined for one that neither publishes nor consumes. */
export const SERVICE_EVENTS = Symbol('ServiceEvents');

/** The messaging of a service that publishes, and consumes when it says what it reads. */
export const messaging = (consumption: Consumption): Provider[] => [
  ...publishing(consumption.service),
  ...(consumption.reads.length > 0 ? [consuming(consumption)] : []),
];

const publishing = (service: string): Provider[] => [
  {
    provide: Outbox,
    inject: [Database, MESSAGING_OPTIONS, EVENT_BUS],
    useFactory: (database: Database, options: MessagingOptions, { chain }: EventBus) => {
      const outbox = new Outbox(database, service, options.topicPrefix, options.trace);
      if (chain) outbox.handOverTo(chain);
      return outbox;
    },
  },
  { provide: ParkedEvents, inject: [Database], useFactory: (database: Database) => new ParkedEvents(database) },
  {
    provide: SERVICE_EVENTS,
    inject: [Database, Outbox, EVENT_BUS, MESSAGING_OPTIONS, { token: IncidentTransport, optional: true }],
    useFactory: (
      database: Database,
      outbox: Outbox,
      bus: EventBus,
      options: MessagingOptions,
      transport?: IncidentTransport,
    ): ServiceEvents => {
      if (bus.chain) return { transport };
      const relay = new Relay(database, bus, options.log, options.instance);
      outbox.sentBy(relay);
      return { transport, relay };
    },
  },
];

const consuming = (consumption: Consumption): Provider => ({
  provide: IncidentTransport,
  inject: [Database, Outbox, EVENT_BUS, MESSAGING_OPTIONS],
  useFactory: (database: Database, outbox: Outbox, bus: EventBus, options: MessagingOptions) =>
    new IncidentTransport(database, outbox, bus, options, consumption),
});

/** For a service that neither publishes nor consumes. */
export const noEvents: Provider = { provide: SERVICE_EVENTS, useValue: undefined };
