import cookie from '@fastify/cookie';
import type { DynamicModule, Type } from '@nestjs/common';
import { ModulesContainer, NestFactory, Reflector } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AccessGuard } from '../auth/access.guard.js';
import { requireAccessRules } from '../auth/access-rules.js';
import { SessionCookie } from '../auth/session-cookie.js';
import { TokenVerifier } from '../auth/token.js';
import type { ServiceConfig } from '../config/service.config.js';
import { AppLogger } from '../logging/app-logger.js';
import { SecurityLog } from '../logging/security-log.js';
import { Metrics } from '../metrics/metrics.js';
import { serveDocs } from '../openapi/build-openapi.js';
import { answerProblem, ProblemFilter } from '../problem/problem.filter.js';
import { addAddressRules } from './address-rules.js';
import { BODY_BYTES, limitBodies } from './body-limit.js';
import { acceptJsonOnly, notUtf8 } from './body-parsing.js';
import { answerClientError, readAllHeaders } from './client-errors.js';
import { ContractPipe } from './contract.pipe.js';
import { guardManagement } from './management.js';
import { processModule } from './platform.module.js';
import { addRateLimits } from './rate-limits.js';
import { addRequestHooks, traceRequest } from './request-hooks.js';
import { addSecurityHeaders, applyPolicy } from './security-headers.js';

/** Milliseconds that a client has for what it sends; looked at every so often, so that the slowest ends within 30 s. */
export interface Patience {
  /** For the head of a request, and before it for saying anything at all. */
  readonly headersMs: number;
  /** For the whole request. */
  readonly requestMs: number;
  readonly checkEveryMs: number;
}

export const PATIENCE: Patience = { headersMs: 15_000, requestMs: 29_000, checkEveryMs: 1_000 };

/** What Fastify refuses before it looks for a route, e.g. an address that cannot be decoded. */
function frameworkErrors(error: unknown, request: unknown, reply: unknown): void {
  // No hook ran for this request: it gets its trace and headers here.
  traceRequest(request as FastifyRequest, reply as FastifyReply);
  applyPolicy(request as FastifyRequest, (reply as FastifyReply).header('X-Content-Type-Options', 'nosniff'));
  const undecodable = (error as { code?: unknown }).code === 'FST_ERR_BAD_URL';
  answerProblem(undecodable ? notUtf8() : error, request as FastifyRequest, reply as FastifyReply);
}

/** The Fastify adapter every process uses. */
export function fastifyAdapter(config: ServiceConfig, patience: Patience = PATIENCE): FastifyAdapter {
  return new FastifyAdapter({
    bodyLimit: BODY_BYTES.act,
    trustProxy: (_address: string, hop: number) => hop < config.trustedProxies,
    forceCloseConnections: 'idle',
    http: { connectionsCheckingInterval: patience.checkEveryMs, headersTimeout: patience.headersMs },
    requestTimeout: patience.requestMs,
    return503OnClosing: true,
    frameworkErrors,
    clientErrorHandler: answerClientError,
  });
}

/**
 * Makes the application of a process: platform, service modules, guards, filters and headers. It is initialised and does
 * not listen yet; `app.inject` works. Throws when a route carries no access rule.
 */
export async function createServiceApp(
  service: Type | DynamicModule,
  config: ServiceConfig,
  logger: AppLogger = new AppLogger({ service: config.service, level: config.logLevel }),
  patience: Patience = PATIENCE,
): Promise<NestFastifyApplication> {
  const app = await NestFactory.create<NestFastifyApplication>(
    processModule(service, config, logger),
    fastifyAdapter(config, patience),
    { bodyParser: false, abortOnError: false, logger },
  );
  await configureApp(app, config);
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  return app;
}

/** Puts guards, filters, limits, headers and documentation on an application that is not initialised yet. */
export async function configureApp(app: NestFastifyApplication, config: ServiceConfig): Promise<void> {
  const reflector = app.get(Reflector);
  requireAccessRules(app.get(ModulesContainer), reflector);
  const fastify = app.getHttpAdapter().getInstance();
  readAllHeaders(fastify);
  fastify.decorate('securityLog', app.get<SecurityLog>(SecurityLog));
  addRequestHooks(fastify, app.get(Metrics));
  fastify.server.maxConnections = config.maxConnections;
  limitBodies(fastify);
  addAddressRules(fastify);
  acceptJsonOnly(fastify);
  await addSecurityHeaders(fastify);
  await fastify.register(cookie);
  await addRateLimits(fastify, config);
  guardManagement(fastify, config);
  app.useGlobalFilters(new ProblemFilter());
  app.useGlobalGuards(new AccessGuard(reflector, app.get(TokenVerifier), app.get(SessionCookie)));
  app.useGlobalPipes(new ContractPipe());
  serveDocs(app, { title: `Qijing ${config.service}` });
}
