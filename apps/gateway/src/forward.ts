import replyFrom from '@fastify/reply-from';
import { answerFault } from '#platform';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { addressOf } from './address.js';
import { noRoute, serviceDown, serviceLate } from './faults.js';
import { answerHeaders, onwardHeaders } from './headers.js';
import { serviceOf, type ServiceName } from './routes.js';

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];
const WITHOUT_BODY = ['GET', 'HEAD'];

/** How long the parts of an answer may take, ms. */
export interface Patience {
  /** From the end of the request to the head of the answer. */
  readonly answerMs: number;
  /** Between two pieces of an answer. A live stream says that it is alive every 15 s, so it may last for ever. */
  readonly silenceMs: number;
}

/** What undici calls a kept connection that its other end closed just now. */
const BROKEN = ['UND_ERR_SOCKET', 'ECONNRESET', 'EPIPE'];
/** ms; a service that was killed listens again after half a second, and this is not about that. */
const AGAIN_AFTER = 1;

export const takesBody = (method: string): boolean => !WITHOUT_BODY.includes(method);
export const isServed = (method: string): boolean => METHODS.includes(method);

/**
 * Sends everything that the route table names to its service. A body is read to its end before anything goes on, and
 * goes on with the length that it has: whatever the client did with framing, a service sees whole requests.
 */
export async function forwardRequests(
  fastify: FastifyInstance,
  upstreams: Readonly<Record<ServiceName, string>>,
  { answerMs, silenceMs }: Patience,
): Promise<void> {
  await fastify.register(replyFrom, {
    disableRequestLogging: true,
    destroyAgent: true,
    undici: { headersTimeout: answerMs, bodyTimeout: silenceMs },
  });
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  for (const url of ['/api/v1/*', '/*']) {
    fastify.route({ method: METHODS, url, handler: (request, reply) => forward(request, reply, upstreams) });
  }
}

function forward(
  request: FastifyRequest,
  reply: FastifyReply,
  upstreams: Readonly<Record<ServiceName, string>>,
): FastifyReply {
  const { path, query } = addressOf(request.url) ?? { path: '', query: '' };
  const service = serviceOf(path);
  if (service === undefined) {
    answerFault(noRoute, request, reply);
    return reply;
  }
  const body = takesBody(request.method) ? (request.body as Buffer | undefined) : undefined;
  return reply.from(path, {
    getUpstream: () => upstreams[service],
    queryString: () => query.slice(1),
    ...(body && { body, contentType: request.headers['content-type'] ?? 'application/octet-stream' }),
    rewriteRequestHeaders: () => onwardHeaders(request, body?.length),
    rewriteHeaders: answerHeaders,
    retryDelay: ({ err, attempt }) =>
      attempt === 0 && !takesBody(request.method) && BROKEN.includes(codeOf(err)) ? AGAIN_AFTER : null,
    onError: (_reply, { error }) => {
      const late = codeOf(error.cause) === 'UND_ERR_HEADERS_TIMEOUT';
      answerFault(late ? serviceLate(service) : serviceDown(service), request, reply);
    },
  });
}

const codeOf = (error: unknown): string => String((error as { code?: unknown } | null | undefined)?.code);
