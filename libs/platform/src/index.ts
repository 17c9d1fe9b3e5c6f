export * from './auth/access.decorators.js';
export * from './auth/auth.refusals.js';
export * from './auth/caller.js';
export * from './clock.js';
export * from './etag/etag.js';
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
export { fromMachine, Idempotent, type IdempotentOptions } from './idempotency/idempotent.decorator.js';
export { WriteInterceptor } from './idempotency/write.interceptor.js';
export { newId } from './ids.js';
export * from './paging/page.js';
export { faultOf, isDatabaseDown } from './problem/fault-of.js';
export * from './problem/problem.js';
export { ProblemFilter } from './problem/problem.filter.js';
export { ValidationRefused } from './problem/validation-refused.js';
export * from './tracing/request-context.js';
