import { isObservable, lastValueFrom, throwError, type Observable } from 'rxjs';
import { applyDecorators, Catch, Controller, UseFilters, type ExceptionFilter } from '@nestjs/common';
import { BaseRpcContext, EventPattern, Server, type CustomTransportStrategy } from '@nestjs/microservices';
import type { DomainEvent, EventClass, Stream } from '#contracts';
import type { Database } from '#persistence';
import { toEnvelope } from './codec.js';
import { ChunkCommitter } from './inbox/committer.js';
import { Inbox, type EventContext, type EventHandler } from './inbox/inbox.js';
import { Parking } from './inbox/parking.js';
import { Sweeper } from './inbox/sweeper.js';
import type { Outbox } from './outbox/outbox.js';
import type { ConsumedRecord, EventBus, EventConsumer, MessagingOptions } from './ports.js';

/** Which streams a service reads, and whose events on them. */
export interface Consumption {
  readonly service: string;
  readonly reads: readonly { readonly stream: Stream; readonly sources: readonly string[] }[];
  /**
   * Off the critical path: wait this long for more to join a transaction. Default 0. Not on the in-process bus, where
   * the sender of a page waits for all its readers, those on the critical path included.
   */
  readonly lingerMs?: number;
}

/** Nest's id of a service's transport: keeps the handlers of several services in one process apart. */
export const transportOf = (service: string): symbol => Symbol.for(`qijing:${service}`);

/** Subscribes a method to an event. The method makes one use-case call and lets every error through. */
export const OnEvent = (service: string, event: EventClass): MethodDecorator =>
  EventPattern(event.type, transportOf(service)) as MethodDecorator;

/**
 * Subscribes one method to every event of a list, e.g. the keys of the table that says what each of them does. The list
 * is the subscription: an event that is not on it costs this service nothing.
 */
export const OnEvents = (service: string, events: Iterable<EventClass>): MethodDecorator =>
  EventPattern(
    [...events].map(({ type }) => type),
    transportOf(service),
  ) as MethodDecorator;

/** Hands errors on as they are: Nest's own filter would replace them before anybody could tell a refusal from an outage. */
@Catch()
class LetThrough implements ExceptionFilter {
  catch(error: unknown): Observable<never> {
    return throwError(() => error);
  }
}

/** A class of event subscriptions; it has no HTTP routes. */
export const EventConsumerController = (): ClassDecorator =>
  applyDecorators(Controller(), UseFilters(new LetThrough()));

/** What a handler may ask for with `@Ctx()`. */
export class ConsumedEvent extends BaseRpcContext<[EventContext]> {
  get envelope(): EventContext {
    return this.getArgs()[0];
  }
}

type NestHandler = (event: DomainEvent, context: ConsumedEvent) => Promise<unknown>;

/** Nest's way to the event bus: handlers, interceptors and DI stay Nest's, delivery and failures are ours. */
export class IncidentTransport extends Server implements CustomTransportStrategy {
  /** Failures are the committer's business; Nest need not log them. */
  override propagatesEventHandlerErrors = true;
  private readonly consumer: EventConsumer;
  private readonly committer: ChunkCommitter;
  private readonly sweeper: Sweeper;
  private readonly watchers: ((records: readonly ConsumedRecord[]) => void)[] = [];

  constructor(database: Database, outbox: Outbox, bus: EventBus, options: MessagingOptions, consumption: Consumption) {
    super();
    this.transportId = transportOf(consumption.service);
    const topic = (stream: Stream) => `${options.topicPrefix}${stream.name}`;
    this.consumer = bus.consumer({
      groupId: `${options.topicPrefix}${consumption.service}`,
      topics: consumption.reads.map(({ stream }) => topic(stream)),
    });
    const parking = new Parking(database, outbox, consumption.service);
    const inbox = new Inbox(database, parking, {
      consumer: consumption.service,
      sources: new Map(consumption.reads.map(({ stream, sources }) => [topic(stream), new Set(sources)])),
      compacted: new Set(consumption.reads.filter(({ stream }) => stream.compacted).map(({ stream }) => topic(stream))),
      handlerOf: (type) => this.handlerOf(type),
      trace: options.trace,
    });
    this.sweeper = new Sweeper(database, inbox, parking, options.log);
    const lingerMs = bus.kind === 'kafka' ? (consumption.lingerMs ?? 0) : 0;
    this.committer = new ChunkCommitter(inbox, this.sweeper, options.log, lingerMs);
  }

  /** Whether this process is a working member of its group. */
  get healthy(): boolean {
    return this.consumer.healthy();
  }

  /**
   * Tells of every event of a type as it comes in, whoever published it, with the time of its publication: for gauges. It
   * may come again, and nothing is stored of it, so it costs no transaction. The listener must not throw.
   */
  watch(event: EventClass, listener: (subject: string, at: Date) => void): void {
    this.watchers.push((records) => {
      for (const record of records.filter(({ headers }) => headers['ce_type'] === event.type)) {
        const envelope = toEnvelope(record);
        if (envelope) listener(envelope.subject, new Date(envelope.time));
      }
    });
  }

  listen(callback: (error?: unknown) => void): void {
    this.sweeper.start();
    this.consumer
      .run((batch) => {
        for (const watcher of this.watchers) watcher(batch.records);
        return this.committer.take(batch);
      })
      .then(() => callback())
      .catch(callback);
  }

  /** Stops taking records and waits for the ones in hand. */
  async close(): Promise<void> {
    await this.consumer.stop();
    await this.sweeper.stop();
  }

  on(): never {
    throw new Error('this transport has no events of its own');
  }

  unwrap<T>(): T {
    return this.consumer as T;
  }

  private handlerOf(type: string): EventHandler | undefined {
    const handler = this.messageHandlers.get(type) as unknown as NestHandler | undefined;
    if (!handler) return undefined;
    return async (event, context) => {
      const answer = await handler(event, new ConsumedEvent([context]));
      if (isObservable(answer)) await lastValueFrom(answer, { defaultValue: undefined });
    };
  }
}
