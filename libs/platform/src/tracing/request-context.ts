import { ContextSlot, randomHex } from '#persistence';
import type { Caller } from '../auth/caller.js';

/** What is known about the work in hand: its W3C trace and, for requests, who asked. */
export interface RequestContext {
  /** 32 hex digits, the same from the first request to the last notice. */
  readonly traceId: string;
  /** 16 hex digits: this hop. */
  readonly spanId: string;
  /** Whether the originator asked for the trace to be recorded. */
  readonly sampled: boolean;
  caller?: Caller;
}

declare module 'fastify' {
  interface FastifyRequest {
    /** The trace this request continues or began. */
    trace?: RequestContext;
  }
}

const slot = new ContextSlot<RequestContext>();
/** Version, trace id, parent id, flags; ids of zeros and version ff are invalid; later versions may add fields. */
const TRACEPARENT = /^(?!ff|..-0{32}|..-.{32}-0{16})([0-9a-f]{2})-([0-9a-f]{32})-[0-9a-f]{16}-([0-9a-f]{2})(-.*)?$/;

/** The context of the running request or event; undefined outside of one (timers, start-up). */
export function currentContext(): RequestContext | undefined {
  return slot.get();
}

/** Trace id and flag of a `traceparent` header (W3C Trace Context); undefined when it is absent or malformed. */
export function parseTraceparent(header: string | undefined): { traceId: string; sampled: boolean } | undefined {
  const [, version, traceId, flags, more] = TRACEPARENT.exec(header ?? '') ?? [];
  if (!traceId || !flags || (version === '00' && more)) return undefined;
  return { traceId, sampled: (parseInt(flags, 16) & 1) === 1 };
}

/** Continues the trace of a `traceparent` header, or begins one: same trace id, a span id of our own. */
export function continueTrace(traceparent?: string): RequestContext {
  const parent = parseTraceparent(traceparent);
  const spanId = randomHex(8);
  return parent ? { ...parent, spanId } : { traceId: randomHex(16), spanId, sampled: true };
}

/** The context as a `traceparent` header value. */
export function formatTraceparent({ traceId, spanId, sampled }: RequestContext): string {
  return `00-${traceId}-${spanId}-${sampled ? '01' : '00'}`;
}

/** What the outbox writes into an event's headers; a new trace outside of any context. */
export function currentTraceparent(): string {
  return formatTraceparent(currentContext() ?? continueTrace());
}

/** Runs `work` under the trace of a received `traceparent`, e.g. one of an event. */
export function runWithTrace<T>(traceparent: string | undefined, work: () => T): T {
  return slot.run(continueTrace(traceparent), work);
}

/** Runs `work` under this context. */
export function runInContext<T>(context: RequestContext, work: () => T): T {
  return slot.run(context, work);
}
