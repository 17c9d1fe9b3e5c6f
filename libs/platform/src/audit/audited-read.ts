import {
  applyDecorators,
  Injectable,
  SetMetadata,
  UseFilters,
  UseInterceptors,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { AuditTrail, Database, actingAs } from '#persistence';
import type { FastifyRequest } from 'fastify';
import { mergeMap, type Observable } from 'rxjs';
import { actorOfRequest } from '../auth/caller.js';
import { AuditTally } from './audit-tally.js';
import { AUDITED_READ, type ReadRule } from './read-rule.js';
import { RefusalAudit, targets } from './refusal-audit.js';

/**
 * Marks a route that shows persons' data. Who read which records is written to the audit trail before the answer leaves; when
 * that cannot be written, nothing is shown. What a desk reads all the time is `counted`: it is written within 30 s, together
 * with what the same person read meanwhile. Entries hold ids, never what was shown. Refusals: `RefusalAudit`.
 */
export function AuditedRead(act: string, from: Omit<ReadRule, 'act'> = {}): MethodDecorator {
  return applyDecorators(
    SetMetadata(AUDITED_READ, { act, ...from } satisfies ReadRule),
    UseInterceptors(ReadAudit),
    UseFilters(RefusalAudit),
  );
}

/** Writes down the reads of a route that were answered. */
@Injectable()
export class ReadAudit implements NestInterceptor {
  constructor(
    private readonly database: Database,
    private readonly tally: AuditTally,
    private readonly reflector: Reflector,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const rule = this.reflector.get<ReadRule>(AUDITED_READ, context.getHandler());
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    return next.handle().pipe(
      mergeMap(async (answer: unknown) => {
        if (request.caller) await this.writeDown(request, rule, shown(rule, request, answer));
        return answer;
      }),
    );
  }

  /** Reads that come in while a commit runs share the next one. */
  private async writeDown(request: FastifyRequest, { act, counted }: ReadRule, objects: string[]): Promise<void> {
    const by = actorOfRequest(request);
    if (counted) return this.tally.read(by, { act, objects });
    const trail = AuditTrail.of(this.database);
    const record = () => Promise.resolve(trail.recordApart('reads', { act, object: objects.join(' ') }));
    await actingAs(by, () => this.database.write(record, { group: 'audited reads' }));
  }
}

/** Ids of the records that an answer shows. */
function shown({ items }: ReadRule, request: FastifyRequest, answer: unknown): string[] {
  if (items === undefined) return targets(request);
  const rows = (answer as { items: readonly Record<string, unknown>[] }).items;
  return rows.map((row) => String(row[items]));
}
