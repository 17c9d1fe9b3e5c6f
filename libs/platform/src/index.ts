export { AuditedRead } from './audit/audited-read.js';
export { anchorFile, checkpointKeys } from './audit/sealing.js';
export * from './auth/access.decorators.js';
export * from './auth/auth.refusals.js';
export * from './auth/caller.js';
export * from './clock.js';
export { ContactAnswer, ContactPage, contactPage } from './contacts/contact.dto.js';
export { contactTable, createContactTable, type ContactRow } from './contacts/contact.table.js';
export { Contacts, safeContactUnknown } from './contacts/contacts.js';
export * from './etag/etag.js';
export { BodyLimit } from './http/body-limit.js';
export { ContractPipe } from './http/contract.pipe.js';
export { OwnUnitOfWork } from './http/own-unit-of-work.js';
export { ServiceController } from './http/service-controller.js';
export * from './idempotency/idempotency.refusals.js';
export {
  createIdempotencyKeyTable,
  idempotencyKeys,
  KEY_HOURS,
  type IdempotencyRow,
} from './idempotency/idempotency-key.table.js';
export { fromMachine, Idempotent, type GroupWork, type IdempotentOptions } from './idempotency/idempotent.decorator.js';
export { WriteInterceptor } from './idempotency/write.interceptor.js';
export { newId } from '#persistence';
export * from './paging/page.js';
export { faultOf } from './problem/fault-of.js';
export * from './problem/problem.js';
export { answerFault, answerProblem, ProblemFilter } from './problem/problem.filter.js';
export { ValidationRefused } from './problem/validation-refused.js';
export * from './tracing/request-context.js';
export { EndedSessions } from './auth/ended-sessions.js';
export { FollowIdentity } from './auth/follow-identity.js';
export type { EndedSession, EndedSessionPage, EndedSince, IdentitySource } from './auth/identity-source.js';
export { KeyRing } from './auth/key-ring.js';
export { AccessGuard } from './auth/access.guard.js';
export { SESSION_COOKIE, SessionCookie } from './auth/session-cookie.js';
export {
  LONGEST_SESSION_MINUTES,
  signToken,
  TokenVerifier,
  type TokenContent,
  type VerifiedToken,
} from './auth/token.js';
export { ConfigError, type ConfigFault, type Environment } from './config/config-fault.js';
export { Env } from './config/env.js';
export { configProvider, loadConfig, loadServerConfig, processEnvironment } from './config/load-config.js';
export { productVersion } from './config/product-version.js';
export { USAGE_FAULT } from './config/program-arguments.js';
export { secretFrom } from './config/secrets.js';
export { LOG_LEVELS, ServiceConfig, type LogLevel } from './config/service.config.js';
export { HealthRegistry, type Readiness } from './health/health.js';
export { bootstrapService, runService, type RunningService } from './http/bootstrap.js';
export { configureApp, createServiceApp, fastifyAdapter, PATIENCE } from './http/create-app.js';
export { answerClientError, readAllHeaders } from './http/client-errors.js';
export { IsInstant } from './http/is-instant.js';
export { IsPhone } from './http/is-phone.js';
export { builtPages, servePages } from './http/pages.js';
export { traceRequest } from './http/request-hooks.js';
export { serverOf } from './http/server-of.js';
export { addSecurityHeaders } from './http/security-headers.js';
export {
  databaseOptions,
  messagingOptions,
  ownerOptions,
  PlatformModule,
  processModule,
} from './http/platform.module.js';
export { ProcessLife } from './http/process-life.js';
export {
  connectTransports,
  registerChecks,
  startBackground,
  startEvents,
  stopBackground,
  storesOf,
} from './http/process-parts.js';
export { SignInRate } from './http/rate-limits.js';
export { AppLogger, type AppLoggerOptions } from './logging/app-logger.js';
export { SecurityLog } from './logging/security-log.js';
export { redact } from './logging/redact.js';
export { redactText } from './logging/redact-text.js';
export { Metrics } from './metrics/metrics.js';
export { buildOpenApi, type OpenApiOptions } from './openapi/build-openapi.js';
export { PageQuery } from './paging/page-query.dto.js';
export { ServiceModule } from './service/service.module.js';
export { ServiceStore, type ServiceEvents } from './service/service-store.js';
export { leaveWithReason, StartRefused } from './start/start-refused.js';
