import { applyDecorators, Controller, UseFilters, UseInterceptors } from '@nestjs/common';
import { RefusalAudit } from '../audit/refusal-audit.js';
import { WriteInterceptor } from '../idempotency/write.interceptor.js';

/**
 * A controller under `/api/v1/<path>` whose POST, PUT, PATCH and DELETE handlers each run in one unit of work of the
 * service's database: it commits when the handler returns and rolls back when the handler throws. What is refused there
 * stands in the audit trail.
 */
export function ServiceController(path: string): ClassDecorator {
  return applyDecorators(
    Controller({ path: `api/v1/${path}` }),
    UseInterceptors(WriteInterceptor),
    UseFilters(RefusalAudit),
  );
}
