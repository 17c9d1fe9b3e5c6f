import helmet from '@fastify/helmet';
import type { FastifyInstance } from 'fastify';

/** JSON answers load nothing and are shown in no frame. */
const API_POLICY = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'";

/** Swagger UI styles itself inline; everything else comes from this server. */
const DOCS_POLICY =
  "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; script-src 'self'; frame-ancestors 'none'; base-uri 'none'; object-src 'none'";

/** Our pages: nothing from elsewhere, nothing inline. */
const PAGE_POLICY =
  "default-src 'self'; img-src 'self' data: blob:; frame-ancestors 'none'; base-uri 'none'; form-action 'self'; object-src 'none'";

/** Adds the security headers of every answer; the content security policy depends on what is answered. */
export async function addSecurityHeaders(fastify: FastifyInstance): Promise<void> {
  await fastify.register(helmet, { contentSecurityPolicy: false, referrerPolicy: { policy: 'no-referrer' } });
  fastify.addHook('onRequest', (request, reply, done) => {
    void reply.header('Content-Security-Policy', policyFor(request.url));
    if (request.url.startsWith('/api/v1/')) void reply.header('Cache-Control', 'no-store');
    done();
  });
}

function policyFor(url: string): string {
  if (url.startsWith('/api/docs')) return DOCS_POLICY;
  return /^\/(api|health|metrics|\.well-known)\b/.test(url) ? API_POLICY : PAGE_POLICY;
}
