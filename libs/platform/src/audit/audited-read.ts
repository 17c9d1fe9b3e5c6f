import {
  applyDecorators,
  Catch,
  Injectable,
  SetMetadata,
  UseFilters,
  UseInterceptors,
  type ArgumentsHost,
  type CallHandler,
  type ExceptionFilter,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { AuditTrail, Database, actingAs } from '#persistence';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { mergeMap, type Observable } from 'rxjs';
import { actorOfRequest } from '../auth/caller.js';
import { faultOf } from '../problem/fault-of.js';
import { answerProblem } from '../problem/problem.filter.js';
import { AUDITED_READ, type ReadRule } from './read-rule.js';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * Marks a route that shows persons' data. Who read which records, or was refused, is written to the audit trail before
 * the answer leaves; when that cannot be written, nothing is shown. Entries hold ids, never what was shown.
 */
export function AuditedRead(act: string, from: { param: string } | { items: string }): MethodDecorator {
  return applyDecorators(
    SetMetadata(AUDITED_READ, { act, ...from } satisfies ReadRule),
    UseInterceptors(ReadAudit),
    UseFilters(RefusedReadAudit),
  );
}

/** Writes one read; reads that come in while a commit runs share the next one. */
async function writeDown(
  database: Database,
  request: FastifyRequest,
  entry: { act: string; object: string; success: boolean },
): Promise<void> {
  const trail = AuditTrail.of(database);
  const record = () => Promise.resolve(trail.recordApart('reads', entry));
  await actingAs(actorOfRequest(request), () => database.write(record, { group: 'audited reads' }));
}

/** Writes down the reads of a route that were answered. */
@Injectable()
export class ReadAudit implements NestInterceptor {
  constructor(
    private readonly database: Database,
    private readonly reflector: Reflector,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const rule = this.reflector.get<ReadRule>(AUDITED_READ, context.getHandler());
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    return next.handle().pipe(
      mergeMap(async (answer: unknown) => {
        const { caller } = request;
        const object = shown(rule, request, answer);
        if (caller) await writeDown(this.database, request, { act: rule.act, object, success: true });
        return answer;
      }),
    );
  }
}

/** Writes down the reads of a route that were refused to somebody who is known; then answers as ever. */
@Catch()
@Injectable()
export class RefusedReadAudit implements ExceptionFilter {
  constructor(private readonly database: Database) {}

  async catch(error: unknown, host: ArgumentsHost): Promise<void> {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const answer = (fault: unknown) => answerProblem(fault, request, http.getResponse<FastifyReply>());
    const { caller, readRule } = request;
    if (!caller || !readRule || faultOf(error).status >= 500) return answer(error);
    const entry = { act: readRule.act, object: asked(readRule, request), success: false };
    await writeDown(this.database, request, entry).then(() => answer(error), answer);
  }
}

/** Ids of the records that an answer shows. */
function shown(rule: ReadRule, request: FastifyRequest, answer: unknown): string {
  const { items } = rule;
  if (items === undefined) return asked(rule, request);
  const rows = (answer as { items: readonly Record<string, unknown>[] }).items;
  return rows.map((row) => String(row[items])).join(' ');
}

/** The record that was asked for; whatever else stands in its place is left out, for people type anything there. */
function asked({ param }: ReadRule, request: FastifyRequest): string {
  const id = param === undefined ? undefined : (request.params as Record<string, string | undefined>)[param];
  return id !== undefined && UUID.test(id) ? id : '';
}
