import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ServiceConfig } from '../config/service.config.js';
import { withRouteConfig } from './route-config.js';

const MINUTE_MS = 60_000;
/** Routes, as they are defined, that supervisors ask again and again and that cost next to nothing. */
const UNLIMITED_ROUTES = new Set(['/health/live', '/health/ready', '/metrics']);
const UNLIMITED = Number.MAX_SAFE_INTEGER;

declare module 'fastify' {
  interface FastifyInstance {
    /** Sign-in attempts per minute and address; 0: no limit. */
    signInPerMinute: number;
  }
}

/** Limits requests per client address: a generous limit everywhere, a strict one where {@link SignInRate} says so. */
export async function addRateLimits(
  fastify: FastifyInstance,
  { ratePerMinute, signInPerMinute }: Pick<ServiceConfig, 'ratePerMinute' | 'signInPerMinute'>,
): Promise<void> {
  fastify.decorate('signInPerMinute', signInPerMinute);
  await fastify.register(rateLimit, {
    global: ratePerMinute > 0,
    max: ratePerMinute > 0 ? ratePerMinute : UNLIMITED,
    timeWindow: MINUTE_MS,
    // Told by the route, not by how an address is spelt.
    allowList: ({ routeOptions }: FastifyRequest) => UNLIMITED_ROUTES.has(routeOptions.url ?? ''),
  });
  if (ratePerMinute === 0) return;
  // The plugin hangs on routes; addresses that are none count like every request.
  const limit = fastify.rateLimit();
  fastify.addHook('onRequest', async (request, reply) => {
    if (request.is404) await limit.call(fastify, request, reply);
  });
}

/** Puts a route under the strict limit that slows down the guessing of passwords. */
export function SignInRate(): MethodDecorator {
  const max = ({ server }: FastifyRequest): number => (server.signInPerMinute > 0 ? server.signInPerMinute : UNLIMITED);
  return withRouteConfig({ rateLimit: { max, timeWindow: MINUTE_MS } });
}
