import { Catch, Injectable, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOfRequest } from '../auth/caller.js';
import { faultOf } from '../problem/fault-of.js';
import type { Fault } from '../problem/problem.js';
import { answerProblem } from '../problem/problem.filter.js';
import { AuditTally, type PassingAct } from './audit-tally.js';

/** What is refused for what somebody is or wants, not for how it is spelt. */
const REFUSED = new Set([403, 404, 409, 412, 422]);
const READS = new Set(['GET', 'HEAD', 'OPTIONS']);
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * Writes down what was refused to somebody who is known: every write, and reads of personal data; then answers as ever.
 * Whoever is not signed in leaves no entry: nothing was done, and anybody could fill the table.
 */
@Catch()
@Injectable()
export class RefusalAudit implements ExceptionFilter {
  constructor(private readonly tally: AuditTally) {}

  async catch(error: unknown, host: ArgumentsHost): Promise<void> {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const answer = (fault: unknown) => answerProblem(fault, request, http.getResponse<FastifyReply>());
    const act = request.caller && actOf(request, faultOf(error));
    if (!act) return answer(error);
    await this.tally.refused(actorOfRequest(request), act).then(() => answer(error), answer);
  }
}

function actOf(request: FastifyRequest, { status, code }: Fault): (PassingAct & { outcome: string }) | undefined {
  const { readRule, method, routeOptions } = request;
  if (readRule) return status < 500 ? { act: readRule.act, objects: targets(request), outcome: code } : undefined;
  if (READS.has(method) || !REFUSED.has(status)) return undefined;
  const route = (routeOptions.url ?? '').replace('/api/v1/', '');
  return { act: `${method} ${route}`, objects: targets(request), outcome: code };
}

/** The records that were named; whatever else stands in their place is left out, for people type anything there. */
export const targets = ({ params }: FastifyRequest): string[] =>
  Object.values((params ?? {}) as Record<string, string>).filter((value) => UUID.test(value));
