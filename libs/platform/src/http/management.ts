import { createHash, timingSafeEqual } from 'node:crypto';
import { NotFoundException } from '@nestjs/common';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { defineRefusal } from '#domain-kit';
import type { ServiceConfig } from '../config/service.config.js';

/** Routes, as they are defined, for those who run the product and not for those who use it. */
const MANAGEMENT = /^\/(metrics|api\/docs(\/.*|-.*)?)$/;

/** 401: metrics and documents of the API are opened by the token of the deployment. */
export const managementTokenNeeded = defineRefusal({
  code: 'management.token-needed',
  kind: 'unauthenticated',
  zh: '指标和接口文档须凭管理令牌访问',
  en: 'Metrics and API documents need the management token',
});

/**
 * Keeps `/metrics` and the documents of the API from outsiders: where there is a token they need it, and in production without
 * one they do not exist. Routes are told by how they are defined, so that no spelling of an address gets around it.
 */
export function guardManagement(
  fastify: FastifyInstance,
  { managementToken, production }: Pick<ServiceConfig, 'managementToken' | 'production'>,
): void {
  if (managementToken === undefined && !production) return;
  fastify.addHook('onRequest', (request, reply, done) => {
    if (!MANAGEMENT.test(request.routeOptions.url ?? '')) return done();
    if (managementToken === undefined) return done(new NotFoundException());
    if (same(given(request), managementToken)) return done();
    // Browsers ask for a password then, and send it with what the page loads.
    void reply.header('WWW-Authenticate', 'Basic realm="Qijing management", charset="UTF-8"');
    return done(managementTokenNeeded());
  });
}

/** The token of a request: `Bearer <token>`, or `Basic` with whatever user and the token as password. */
function given({ headers }: FastifyRequest): string {
  const [, scheme = '', value = ''] = /^(Bearer|Basic) +(\S+)$/i.exec(headers.authorization ?? '') ?? [];
  if (scheme.toLowerCase() !== 'basic') return value;
  const pair = Buffer.from(value, 'base64').toString('utf8');
  return pair.slice(pair.indexOf(':') + 1);
}

/** In the same time whatever differs. */
const same = (one: string, other: string): boolean => timingSafeEqual(digest(one), digest(other));

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
