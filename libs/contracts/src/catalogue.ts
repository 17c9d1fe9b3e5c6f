import { plainToInstance } from 'class-transformer';
import { validateSync, type ValidationError } from 'class-validator';
import { readerOf, type Reader } from './compiled-check.js';
import type { DomainEvent, EventClass } from './event.js';
import * as events from './events/index.js';
import type { Stream } from './streams.js';
import { excessOf, type StructureLimits } from './structure.js';

/** The classes of the events of some streams. */
export type EventClassOn<S extends Stream> = Extract<(typeof events)[keyof typeof events], { readonly stream: S }>;

/**
 * The events of some streams by type, as a type: a table that is `satisfies Record<keyof EventsOn<…>, …>` has a line for each
 * of them, or does not compile.
 */
export type EventsOn<S extends Stream> = { [C in EventClassOn<S> as C['type']]: InstanceType<C> };

/** The classes of event types, e.g. of the keys of such a table. Throws for a type that nobody publishes. */
export function classesOf(types: Iterable<string>): EventClass[] {
  return [...types].map((type) => {
    const found = EVENTS.get(type);
    if (!found) throw new Error(`there is no event ${type}`);
    return found;
  });
}

/** Every event class by its type. */
export const EVENTS: ReadonlyMap<string, EventClass> = new Map(
  (Object.values(events) as unknown as EventClass[]).map((event) => [event.type, event]),
);

const READERS: ReadonlyMap<string, Reader> = new Map([...EVENTS].map(([type, event]) => [type, readerOf(event)]));

/**
 * Beyond all need: the largest of our events, of a dispatch with twenty units, each with all its candidates and their
 * reasons, has some 2,000 values. Explaining a wrong payload takes class-transformer time that grows with the square of the
 * fields of an object.
 */
const LIMITS: StructureLimits = { depth: 32, values: 20_000, members: 1_000 };

/** The outcome of reading a payload. `unknown` means no class of this version knows the type. */
export type Decoded =
  | { readonly kind: 'event'; readonly event: DomainEvent }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'invalid'; readonly faults: string[] };

/** Reads a JSON payload as the event its type names. Unknown fields pass, so that a newer producer may add some. */
export function decodeEvent(type: string, payload: unknown): Decoded {
  const eventClass = EVENTS.get(type);
  if (!eventClass) return { kind: 'unknown' };
  if (typeof payload !== 'object' || payload === null || Array.isArray(payload)) {
    return { kind: 'invalid', faults: ['payload is not an object'] };
  }
  if (excessOf(payload, LIMITS)) return { kind: 'invalid', faults: ['payload holds too many values'] };
  const event = READERS.get(type)?.(payload) as DomainEvent | undefined;
  return event ? { kind: 'event', event } : { kind: 'invalid', faults: faultsOf(eventClass, payload) };
}

/** What class-validator says about a payload, with the JSON pointer of each field. */
export function faultsOf(eventClass: EventClass, payload: object): string[] {
  return validateSync(plainToInstance(eventClass, payload)).flatMap((error) => describe(error, ''));
}

function describe(error: ValidationError, path: string): string[] {
  const here = `${path}/${error.property}`;
  const own = Object.values(error.constraints ?? {}).map((message) => `${here}: ${message}`);
  return [...own, ...(error.children ?? []).flatMap((child) => describe(child, here))];
}
