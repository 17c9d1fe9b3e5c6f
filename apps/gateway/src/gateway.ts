import {
  addSecurityHeaders,
  answerClientError,
  answerFault,
  answerProblem,
  builtPages,
  faultOf,
  PATIENCE,
  readAllHeaders,
  servePages,
  traceRequest,
} from '#platform';
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { addressOf } from './address.js';
import { addressRefused, bodyRefused, codingRefused, hostRefused, noRoute } from './faults.js';
import { forwardRequests, isServed, takesBody, type Patience } from './forward.js';
import { addHealth } from './readiness.js';
import type { ServiceName } from './routes.js';

/** Longer than a browser or Caddy keeps an idle connection, so that they close it and not we, ms. */
const KEEP_ALIVE = 65_000;
const SERVICES: Patience = { answerMs: 30_000, silenceMs: 60_000 };

/** What a gateway is made of. */
export interface GatewayOptions {
  /** Where each service is. */
  readonly upstreams: Readonly<Record<ServiceName, string>>;
  /** Largest body, bytes. */
  readonly bodyLimit: number;
  readonly patience?: Partial<Patience>;
  /** Folder of the built pages; by default what `npm run build` wrote. */
  readonly pages?: string;
}

/**
 * The gateway of `npm run cluster`: pages and routes before the services. It does not listen yet. What it refuses it
 * refuses before anything goes on, with a problem document in the reader's language.
 */
export async function createGateway(options: GatewayOptions): Promise<FastifyInstance> {
  const { upstreams, bodyLimit, pages = builtPages() } = options;
  const fastify = Fastify({
    bodyLimit,
    requestTimeout: PATIENCE.requestMs,
    keepAliveTimeout: KEEP_ALIVE,
    forceCloseConnections: 'idle',
    http: { headersTimeout: PATIENCE.headersMs, connectionsCheckingInterval: PATIENCE.checkEveryMs },
    clientErrorHandler: answerClientError,
    frameworkErrors: answerProblem,
    rewriteUrl: ({ url = '' }) => normalised(url),
  });
  readAllHeaders(fastify);
  fastify.addHook('onRequest', (request, reply, done) => {
    traceRequest(request, reply);
    done();
  });
  await addSecurityHeaders(fastify);
  fastify.addHook('onRequest', refuse);
  fastify.setErrorHandler(answerProblem);
  fastify.setNotFoundHandler((request, reply) => answerFault(noRoute, request, reply));
  addHealth(fastify, upstreams);
  if (pages !== undefined) servePages(fastify, pages);
  await forwardRequests(fastify, upstreams, { ...SERVICES, ...options.patience });
  return fastify;
}

/** Routes are chosen by the address that goes on; what is no address stays as it is, to be refused. */
function normalised(target: string): string {
  const address = addressOf(target);
  return address ? `${address.path}${address.query}` : target;
}

/** Refuses what services might read otherwise than we do; the connection ends with it. */
function refuse(request: FastifyRequest, reply: FastifyReply, done: () => void): void {
  const fault = [
    addressOf(request.originalUrl) === undefined && addressRefused,
    !isServed(request.method) && faultOf({ statusCode: 405 }),
    isCodedStrangely(request) && codingRefused,
    !takesBody(request.method) && hasBody(request) && bodyRefused,
    hosts(request) > 1 && hostRefused,
  ].find((each) => each !== false);
  // Whoever asks for another protocol goes on in it: what follows would be read by nobody.
  if (fault !== undefined || request.headers.upgrade !== undefined) void reply.header('Connection', 'close');
  if (fault === undefined) return done();
  answerFault(fault, request, reply);
}

/** HTTP/1.0 has no transfer codings, and whoever sends one there means mischief (RFC 9112, 6.1). */
function isCodedStrangely({ headers, raw }: FastifyRequest): boolean {
  const coding = headers['transfer-encoding'];
  return coding !== undefined && (coding.toLowerCase() !== 'chunked' || raw.httpVersion !== '1.1');
}

const hasBody = ({ headers }: FastifyRequest): boolean =>
  headers['transfer-encoding'] !== undefined || (headers['content-length'] ?? '0') !== '0';

/** How many it names: none in HTTP/1.0, and Node itself demands one in HTTP/1.1. */
const hosts = ({ raw }: FastifyRequest): number =>
  raw.rawHeaders.filter((name, at) => at % 2 === 0 && name.toLowerCase() === 'host').length;
