import { isObservable, lastValueFrom } from 'rxjs';
import { Server, type CustomTransportStrategy } from '@nestjs/microservices';
import type { DomainEvent, EventClass } from '#contracts';
import type { Database } from '#persistence';
import { Inbox, type EventHandler } from './inbox/inbox.js';
import { Parking } from './inbox/parking.js';
import { Sweeper } from './inbox/sweeper.js';
import type { Outbox } from './outbox/outbox.js';
import type { Consumption, MessagingOptions } from './options.js';
import type { EventBus } from './ports.js';
import { ConsumedEvent, transportOf } from './subscriptions.js';
import { chainWay, inboxOptions, topicWay, type WayIn } from './ways-in.js';

type NestHandler = (event: DomainEvent, context: ConsumedEvent) => Promise<unknown>;

/** Nest's way to the event bus: handlers, interceptors and DI stay Nest's, delivery and failures are ours. */
export class IncidentTransport extends Server implements CustomTransportStrategy {
  /** Failures are the committer's business; Nest need not log them. */
  override propagatesEventHandlerErrors = true;
  private readonly way: WayIn;
  private readonly sweeper: Sweeper;
  private readonly watchers = new Map<string, ((subject: string, at: Date) => void)[]>();
  private readonly handlers = new Map<string, EventHandler | undefined>();

  constructor(database: Database, outbox: Outbox, bus: EventBus, options: MessagingOptions, consumption: Consumption) {
    super();
    this.transportId = transportOf(consumption.service);
    const parking = new Parking(database, outbox, consumption.service);
    const handlerOf = (type: string) => this.handlerOf(type);
    const inbox = new Inbox(database, parking, inboxOptions(consumption, options, handlerOf, bus.chain !== undefined));
    this.sweeper = new Sweeper(database, inbox, parking, options.log);
    const parts = { database, inbox, parking, sweeper: this.sweeper, log: options.log };
    this.way = bus.chain
      ? chainWay(bus.chain, consumption.service, parts, this.watchers)
      : topicWay(bus, options, consumption, parts, this.watchers);
  }

  /** Whether this process is a working member of its group. */
  get healthy(): boolean {
    return this.way.healthy();
  }

  /**
   * Tells of every event of a type as it comes in, whoever published it, with the time of its publication: for gauges. It
   * may come again, and nothing is stored of it, so it costs no transaction. The listener must not throw.
   */
  watch(event: EventClass, listener: (subject: string, at: Date) => void): void {
    const others = this.watchers.get(event.type) ?? [];
    this.watchers.set(event.type, [...others, listener]);
  }

  listen(callback: (error?: unknown) => void): void {
    this.sweeper.start();
    this.way
      .open()
      .then(() => callback())
      .catch(callback);
  }

  /** Stops taking events and waits for the ones in hand. */
  async close(): Promise<void> {
    await this.way.close();
    await this.sweeper.stop();
  }

  on(): never {
    throw new Error('this transport has no events of its own');
  }

  unwrap<T>(): T {
    return this.way as T;
  }

  /** Nest's handler of a type, found once: all of them are there before the first event comes. */
  private handlerOf(type: string): EventHandler | undefined {
    if (!this.handlers.has(type)) this.handlers.set(type, this.nestHandlerOf(type));
    return this.handlers.get(type);
  }

  private nestHandlerOf(type: string): EventHandler | undefined {
    const handler = this.messageHandlers.get(type) as unknown as NestHandler | undefined;
    if (!handler) return undefined;
    return async (event, context) => {
      const answer = await handler(event, new ConsumedEvent([context]));
      if (isObservable(answer)) await lastValueFrom(answer, { defaultValue: undefined });
    };
  }
}
