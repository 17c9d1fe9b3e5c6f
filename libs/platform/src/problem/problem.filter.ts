import { Catch, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { throwError, type Observable } from 'rxjs';
import { Refusal } from '#domain-kit';
import { currentContext, runInContext, type RequestContext } from '../tracing/request-context.js';
import { NotReady } from '../health/health.js';
import { faultOf } from './fault-of.js';
import { languageOf, problemOf, type Fault } from './problem.js';
import { noteRefusal } from './security-events.js';

const logger = new Logger('problem');

/**
 * Answers every failed request with `application/problem+json`, also those that Fastify refuses before a route is found.
 * Failed events are passed on as they are: the transport's failure policy decides about them.
 */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  catch(error: unknown, host: ArgumentsHost): Observable<never> | undefined {
    if (host.getType() !== 'http') return throwError(() => error);
    const http = host.switchToHttp();
    answerProblem(error, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
    return undefined;
  }
}

/** Answers one request with the problem document of an error; faults of our own are logged, never told. */
export function answerProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  if (hasLeft(request)) return answerNobody(reply);
  const fault = faultOf(error);
  const context = request.trace ?? currentContext();
  noteRefusal(fault, request);
  if (isOurs(error, fault.status)) logFault(error, fault.code, context);
  answerFault(fault, request, reply);
}

/** Answers one request with the problem document of a fault, in the reader's language, unless it is answered already. */
export function answerFault(fault: Fault, request: FastifyRequest, reply: FastifyReply): void {
  if (reply.sent || reply.raw.headersSent) return;
  const context = request.trace ?? currentContext();
  if (fault.retryAfter !== undefined) void reply.header('Retry-After', fault.retryAfter);
  const language = languageOf(request.headers['accept-language']);
  const instance = request.url.split('?')[0] ?? '/';
  const problem = problemOf(fault, language, instance, context?.traceId ?? '');
  void reply
    .status(fault.status)
    .header('Content-Type', 'application/problem+json; charset=utf-8')
    .header('Content-Language', language === 'zh' ? 'zh-CN' : 'en')
    .send(JSON.stringify(problem));
}

/** Status of a request whose sender hung up before it was whole; nobody gets it, it is counted only. */
const CLIENT_LEFT = 499;

/** Whether the sender hung up before the request was whole (a socket without a peer): no failure of anybody here. */
const hasLeft = ({ raw }: FastifyRequest): boolean =>
  !raw.complete && (raw.readableAborted || raw.socket.remoteAddress === undefined);

function answerNobody(reply: FastifyReply): void {
  logger.debug('the client left before its request was whole');
  if (!reply.sent) void reply.status(CLIENT_LEFT).send();
}

/** Not being ready and refusing for a while are answers, not failures; whoever refuses writes down why. */
const isOurs = (error: unknown, status: number): boolean =>
  status >= 500 && !(error instanceof NotReady) && !(error instanceof Refusal);

function logFault(error: unknown, code: string, context: RequestContext | undefined): void {
  const log = () => logger.error({ msg: 'request failed', code, err: error });
  if (context) runInContext(context, log);
  else log();
}
