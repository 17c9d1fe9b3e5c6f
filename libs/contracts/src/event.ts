import type { ServiceName } from './vocabulary.js';
import type { Stream } from './streams.js';

type Data<E> = { [K in keyof E as E[K] extends (...args: never[]) => unknown ? never : K]: E[K] };

/**
 * Base of every event: a fact in the past, as JSON. Fields may be added within a major version, never removed or renamed.
 * Static members describe the event once; its type, guard and catalogue entry derive from them.
 */
export abstract class DomainEvent {
  /** `<subject>.<past-tense>.v<major>`, the CloudEvents type. */
  static readonly type: string;
  static readonly stream: Stream;
  /** Who publishes it. */
  static readonly source: ServiceName;
  /** One sentence for the catalogue. */
  static readonly description: string;

  /** Makes an event from its fields. */
  static of<E extends DomainEvent>(this: new () => E, data: Data<E>): E {
    return Object.assign(new this(), data);
  }
}

/** A concrete event class. */
export interface EventClass<E extends DomainEvent = DomainEvent> {
  new (): E;
  readonly type: string;
  readonly stream: Stream;
  readonly source: ServiceName;
  readonly description: string;
}

/** The static side of an event instance. */
export const eventClassOf = (event: DomainEvent): EventClass => event.constructor as unknown as EventClass;
