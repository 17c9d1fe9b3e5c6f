import type { FastifyInstance } from 'fastify';
import { serviceNames, type ServiceName } from './routes.js';

/** A check that takes longer has failed, ms. */
const LONGEST_CHECK = 2_000;

/** `/health/live` of the gateway alone, and `/health/ready` of all services: 503 with those that are down. */
export function addHealth(fastify: FastifyInstance, upstreams: Readonly<Record<ServiceName, string>>): void {
  fastify.get('/health/live', () => ({ status: 'ok' }));
  fastify.get('/health/ready', async (_request, reply) => {
    const checks = await Promise.all(serviceNames.map(async (name) => [name, await stateOf(upstreams[name])] as const));
    const ready = checks.every(([, state]) => state === 'ok');
    return reply
      .status(ready ? 200 : 503)
      .header('Cache-Control', 'no-store')
      .send({ status: ready ? 'ok' : 'down', services: Object.fromEntries(checks) });
  });
}

async function stateOf(upstream: string): Promise<'ok' | 'down'> {
  try {
    const answer = await fetch(new URL('/health/ready', upstream), { signal: AbortSignal.timeout(LONGEST_CHECK) });
    await answer.body?.cancel();
    return answer.ok ? 'ok' : 'down';
  } catch {
    return 'down';
  }
}
