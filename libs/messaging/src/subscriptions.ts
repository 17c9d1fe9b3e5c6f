import { throwError, type Observable } from 'rxjs';
import { applyDecorators, Catch, Controller, UseFilters, type ExceptionFilter } from '@nestjs/common';
import { BaseRpcContext, EventPattern } from '@nestjs/microservices';
import type { EventClass } from '#contracts';
import type { EventContext } from './inbox/inbox.js';

/** Nest's id of a service's transport: keeps the handlers of several services in one process apart. */
export const transportOf = (service: string): symbol => Symbol.for(`qijing:${service}`);

/** Subscribes a method to an event. The method makes one use-case call and lets every error through. */
export const OnEvent = (service: string, event: EventClass): MethodDecorator => OnEvents(service, [event]);

/**
 * Subscribes one method to every event of a list, e.g. the keys of the table that says what each of them does. The list
 * is the subscription: an event that is not on it costs this service nothing.
 */
export const OnEvents = (service: string, events: Iterable<EventClass>): MethodDecorator =>
  applyDecorators(
    refuseForgottenTypes,
    EventPattern<string[]>(
      [...events].map(({ type }) => type),
      transportOf(service),
    ),
  );

/**
 * Stops the process before it starts with a handler that would refuse every event: a class that is imported as a type only
 * is compiled to `Function`, and Nest asks an event for being one.
 */
const refuseForgottenTypes: MethodDecorator = (target, name) => {
  const types = Reflect.getMetadata('design:paramtypes', target, name) as readonly unknown[] | undefined;
  const at = types?.indexOf(Function) ?? -1;
  if (at < 0) return;
  throw new Error(
    `${target.constructor.name}.${String(name)}: parameter ${at + 1} has lost its class. Import it as a value, not by "import type".`,
  );
};

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
