import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { hasRole } from '../auth/caller.js';

/** Metadata key of {@link Idempotent}. */
export const IDEMPOTENT = 'qijing:idempotent';

/** How a creating POST treats the `Idempotency-Key` header. */
export interface IdempotentOptions {
  /** Refuse a request without a key (400): always, never, or by request (e.g. {@link fromMachine}). */
  required: boolean | ((request: FastifyRequest) => boolean);
  /**
   * Name of the group commit that collects the concurrent requests of this route into one transaction. The handler then runs
   * before it, refuses what is to be refused, and answers with its {@link GroupWork}.
   */
  group?: string;
}

/**
 * What the handler of a route with a group answers with. It is called inside the transaction, and again when that lost a
 * race; what it gives is called when all rows are written, and is the answer to the request.
 */
export type GroupWork<T> = () => Promise<() => T>;

/**
 * Marks a POST that creates something: the answer is stored under the caller's `Idempotency-Key` in the same transaction
 * as the effect, and a repeated request gets the stored answer with `Idempotent-Replayed: true`.
 */
export function Idempotent(options: IdempotentOptions): MethodDecorator {
  return applyDecorators(
    SetMetadata(IDEMPOTENT, options),
    ApiHeader({
      name: 'Idempotency-Key',
      required: options.required === true,
      description: '1 to 128 visible ASCII characters; the answer is kept for 24 hours and replayed.',
      schema: { type: 'string', minLength: 1, maxLength: 128, pattern: '^[!-~]{1,128}$' },
    }),
  );
}

/** For `required`: machines (alarm panels, other centres) must send a key, people at a browser need not. */
export function fromMachine(request: FastifyRequest): boolean {
  return request.caller !== undefined && hasRole(request.caller, 'machine');
}
