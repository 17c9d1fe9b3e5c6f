import helmet from '@fastify/helmet';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/** JSON answers load nothing and are shown in no frame. */
const API_POLICY = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'";

/** Swagger UI styles itself inline; everything else comes from this server. */
const DOCS_POLICY =
  "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; script-src 'self'; frame-ancestors 'none'; base-uri 'none'; object-src 'none'";

/** Our pages: nothing from elsewhere, nothing inline. */
const PAGE_POLICY =
  "default-src 'self'; img-src 'self' data: blob:; frame-ancestors 'none'; base-uri 'none'; form-action 'self'; object-src 'none'";

/** What of a device our pages may use: its place, for reports. Everything else is off, whatever a page asks for. */
const PERMISSIONS = 'camera=(), display-capture=(), geolocation=(self), microphone=(), payment=(), serial=(), usb=()';

/** Adds the security headers of every answer; which ones follows from the route that answers, however it was written. */
export async function addSecurityHeaders(fastify: FastifyInstance): Promise<void> {
  await fastify.register(helmet, { contentSecurityPolicy: false, referrerPolicy: { policy: 'no-referrer' } });
  fastify.addHook('onRequest', (request, reply, done) => {
    applyPolicy(request, reply);
    done();
  });
}

/** The headers that depend on what is answered; where no route answers, a problem document does. */
export function applyPolicy({ routeOptions: { url } }: FastifyRequest, reply: FastifyReply): void {
  void reply.header('Content-Security-Policy', policyOf(url)).header('Permissions-Policy', PERMISSIONS);
  if (url === undefined || url.startsWith('/api/v1/')) void reply.header('Cache-Control', 'no-store');
}

function policyOf(route: string | undefined): string {
  if (route === undefined) return API_POLICY;
  if (route.startsWith('/api/docs')) return DOCS_POLICY;
  return /^\/(api|health|metrics|\.well-known)\//.test(`${route}/`) ? API_POLICY : PAGE_POLICY;
}
