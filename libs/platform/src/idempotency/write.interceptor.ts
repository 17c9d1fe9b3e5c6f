import {
  Injectable,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
  type OnModuleDestroy,
  type OnModuleInit,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { actingAs, Database, every, type Repeating } from '#persistence';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { from, lastValueFrom, type Observable } from 'rxjs';
import { actorOfRequest } from '../auth/caller.js';
import { Clock } from '../clock.js';
import { OWN_UNIT_OF_WORK } from '../http/own-unit-of-work.js';
import { keyMalformed, keyMissing } from './idempotency.refusals.js';
import { IDEMPOTENT, type IdempotentOptions } from './idempotent.decorator.js';
import { OncePerKey, type KeyedRequest, type Work } from './once-per-key.js';
import { requestHash } from './request-hash.js';

const READS = new Set(['GET', 'HEAD', 'OPTIONS']);
const SWEEP_EVERY_MS = 10 * 60_000;

/**
 * Runs every write in one unit of work and keeps the answers of {@link Idempotent} routes. The handler is the unit of work;
 * that of a route with a group only prepares it and answers with the work (`GroupWork`).
 */
@Injectable()
export class WriteInterceptor implements NestInterceptor, OnModuleInit, OnModuleDestroy {
  private readonly oncePerKey: OncePerKey;
  private sweeper: Repeating | undefined;

  constructor(
    private readonly database: Database,
    private readonly reflector: Reflector,
    clock: Clock,
  ) {
    this.oncePerKey = new OncePerKey(database, clock);
  }

  onModuleInit(): void {
    // A failed sweep is repeated by the next one; the rows only take space meanwhile.
    this.sweeper = every(SWEEP_EVERY_MS, () => this.oncePerKey.sweep(), { report: () => undefined, keepsAlive: false });
  }

  async onModuleDestroy(): Promise<void> {
    await this.sweeper?.stop();
  }

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const ownUnit = this.reflector.get<boolean | undefined>(OWN_UNIT_OF_WORK, context.getHandler());
    if (READS.has(request.method)) return next.handle();
    const options = this.reflector.get<IdempotentOptions | undefined>(IDEMPOTENT, context.getHandler());
    const keyed = options && keyedRequest(request, options);
    const group = options?.group;
    const handle = () => lastValueFrom(next.handle() as Observable<unknown>, { defaultValue: undefined });
    const actor = actorOfRequest(request);
    if (ownUnit) return from(actingAs(actor, handle));
    const prepare = () => (group === undefined ? Promise.resolve(whole(handle)) : (handle() as Promise<Work>));
    const write = async (work: Work) => (await this.database.write(work, { group }))();
    // A group commit runs the work of several requests: each keeps its own trace and acts for its own caller.
    return from(
      actingAs(actor, async () =>
        keyed
          ? this.oncePerKey.run(keyed, context.switchToHttp().getResponse<FastifyReply>(), prepare, write)
          : write(await prepare()),
      ),
    );
  }
}

/** A handler that is the unit of work itself: its answer stands when it returns. */
function whole(handle: () => Promise<unknown>): Work {
  return async () => {
    const body = await handle();
    return () => body;
  };
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
