import {
  Injectable,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
  type OnModuleDestroy,
  type OnModuleInit,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { actingAs, Database } from '#persistence';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { from, lastValueFrom, type Observable } from 'rxjs';
import { actorOfRequest } from '../auth/caller.js';
import { Clock } from '../clock.js';
import { OWN_UNIT_OF_WORK } from '../http/own-unit-of-work.js';
import { validateBodyEarly } from '../http/contract.pipe.js';
import { IdempotencyKeys, KEY_HOURS, type IdempotencyRow } from './idempotency-key.table.js';
import { bodyDiffers, keyInProgress, keyMalformed, keyMissing } from './idempotency.refusals.js';
import { IDEMPOTENT, type IdempotentOptions } from './idempotent.decorator.js';
import { requestHash } from './request-hash.js';
import { boundToContext } from '../tracing/request-context.js';

const READS = new Set(['GET', 'HEAD', 'OPTIONS']);
const SWEEP_EVERY_MS = 10 * 60_000;

interface KeyedRequest {
  actor: string;
  key: string;
  hash: string;
}

/**
 * Runs every write handler in one unit of work and keeps the answers of {@link Idempotent} routes.
 *
 * Nothing is read before the work: the answer row is inserted with the effect, and only when the work fails (a duplicate
 * key of a race between processes, or a refusal because the effect is there already) is the stored answer looked up.
 */
@Injectable()
export class WriteInterceptor implements NestInterceptor, OnModuleInit, OnModuleDestroy {
  private readonly underWay = new Set<string>();
  private readonly keys: IdempotencyKeys;
  private sweeper: NodeJS.Timeout | undefined;

  constructor(
    private readonly database: Database,
    private readonly reflector: Reflector,
    private readonly clock: Clock,
  ) {
    this.keys = new IdempotencyKeys(database);
  }

  onModuleInit(): void {
    this.sweeper = setInterval(() => void this.sweep(), SWEEP_EVERY_MS).unref();
  }

  onModuleDestroy(): void {
    clearInterval(this.sweeper);
  }

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const ownUnit = this.reflector.get<boolean | undefined>(OWN_UNIT_OF_WORK, context.getHandler());
    if (READS.has(request.method) || ownUnit) return next.handle();
    const options = this.reflector.get<IdempotentOptions | undefined>(IDEMPOTENT, context.getHandler());
    const keyed = options && keyedRequest(request, options);
    // A group commit runs the work of several requests: each keeps its own trace and acts for its own caller.
    const handle = boundToContext(() =>
      actingAs(actorOfRequest(request), () =>
        lastValueFrom(next.handle() as Observable<unknown>, { defaultValue: undefined }),
      ),
    );
    return from(keyed ? this.once(context, keyed, options, handle) : this.write(context, options, handle));
  }

  private async write<T>(
    context: ExecutionContext,
    options: IdempotentOptions | undefined,
    work: () => Promise<T>,
  ): Promise<T> {
    if (options?.group === undefined) return this.database.write(work);
    await validateBodyEarly(context);
    return this.database.write(work, { group: options.group });
  }

  private async once(
    context: ExecutionContext,
    keyed: KeyedRequest,
    options: IdempotentOptions,
    handle: () => Promise<unknown>,
  ): Promise<unknown> {
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    const slot = `${keyed.actor}\n${keyed.key}`;
    if (this.underWay.has(slot)) throw keyInProgress();
    this.underWay.add(slot);
    try {
      return await this.write(context, options, async () => {
        const body = await handle();
        this.keys.keep(this.rowOf(keyed, reply.statusCode, body));
        return body;
      });
    } catch (error) {
      const stored = await this.keys.find(keyed.actor, keyed.key).catch(() => undefined);
      if (!stored) throw error;
      return replay(stored, keyed, reply);
    } finally {
      this.underWay.delete(slot);
    }
  }

  private rowOf({ actor, key, hash }: KeyedRequest, status: number, body: unknown): IdempotencyRow {
    const expiresAt = new Date(this.clock.now().getTime() + KEY_HOURS * 3_600_000);
    return { actor, key, requestHash: hash, status, response: body === undefined ? undefined : { body }, expiresAt };
  }

  /** A failed sweep is repeated by the next one; the rows only take space meanwhile. */
  private sweep(): Promise<number> {
    return this.keys.sweep(this.clock.now()).catch(() => 0);
  }
}

function keyedRequest(request: FastifyRequest, { required }: IdempotentOptions): KeyedRequest | undefined {
  const key = request.headers['idempotency-key'];
  if (key === undefined || key === '') {
    if (typeof required === 'function' ? required(request) : required) throw keyMissing();
    return undefined;
  }
  if (typeof key !== 'string' || !/^[\x21-\x7e]{1,128}$/.test(key)) throw keyMalformed();
  return { actor: request.caller?.accountId ?? 'anonymous', key, hash: requestHash(request) };
}

function replay(stored: IdempotencyRow, keyed: KeyedRequest, reply: FastifyReply): unknown {
  if (stored.requestHash !== keyed.hash) throw bodyDiffers();
  void reply.header('Idempotent-Replayed', 'true').status(stored.status);
  return stored.response?.body;
}
