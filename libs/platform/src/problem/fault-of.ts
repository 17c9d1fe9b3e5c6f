import { HttpException } from '@nestjs/common';
import { Refusal } from '#domain-kit';
import { isTransient, LostRace } from '#persistence';
import { NotReady } from '../health/health.js';
import { BY_STATUS } from './by-status.js';
import { isDatabaseDown } from './database-down.js';
import { STATUS_OF, type Fault } from './problem.js';
import { ValidationRefused } from './validation-refused.js';

/** Seconds a client should wait before it tries again what is unavailable or asked too often. */
const RETRY_AFTER_S = 2;

/** Nest's own pipes tell only that something is wrong. */
const INVALID: Fault = {
  status: 400,
  code: 'request.invalid',
  detail: { zh: '请求内容有误', en: 'The request is invalid' },
};

const INTERNAL: Fault = {
  status: 500,
  code: 'internal',
  detail: { zh: '系统内部故障，请凭追踪号联系管理员', en: 'Internal fault; quote the trace id to the administrator' },
};

const DATABASE: Fault = {
  status: 503,
  code: 'database.unavailable',
  detail: { zh: '数据库暂不可用，请稍后再试', en: 'The database is unavailable; try again shortly' },
  retryAfter: RETRY_AFTER_S,
};

/** Others changed the same thing again and again meanwhile; nothing was written. */
const CONTENDED: Fault = {
  status: 503,
  code: 'database.contended',
  detail: { zh: '同一事项正被多方修改，请稍后再试', en: 'Many are changing the same thing; try again shortly' },
  retryAfter: RETRY_AFTER_S,
};

/** Turns whatever was thrown into the fault that the caller is told; unknown faults become a bare 500. */
export function faultOf(error: unknown): Fault {
  if (error instanceof Refusal) return refusalFault(error);
  if (error instanceof ValidationRefused) return error.toFault();
  if (error instanceof HttpException) return exceptionFault(error);
  if (isDatabaseDown(error)) return DATABASE;
  if (error instanceof LostRace || isTransient(error)) return CONTENDED;
  const status = statusOf(error);
  return status !== undefined && status >= 400 && status < 500 ? httpFault(status) : INTERNAL;
}

function refusalFault(refusal: Refusal): Fault {
  const { code, messages, pointer } = refusal;
  const status = STATUS_OF[refusal.kind];
  const errors = pointer === undefined ? [] : [{ pointer, code, message: messages }];
  return {
    status,
    code,
    detail: messages,
    errors,
    retryAfter: [429, 503].includes(status) ? RETRY_AFTER_S : undefined,
  };
}

function exceptionFault(error: HttpException): Fault {
  if (error instanceof NotReady) return notReadyFault(error);
  const status = error.getStatus();
  return status === 400 && error.cause === undefined ? INVALID : httpFault(status);
}

function notReadyFault({ checks }: NotReady): Fault {
  const failed = Object.entries(checks).filter(([, outcome]) => outcome === 'failed');
  return {
    status: 503,
    code: 'health.not-ready',
    detail: { zh: '服务尚未就绪', en: 'The service is not ready' },
    errors: failed.map(([name]) => ({
      pointer: `/checks/${name}`,
      code: 'health.check-failed',
      message: { zh: '检查未通过', en: 'check failed' },
    })),
    retryAfter: RETRY_AFTER_S,
  };
}

function httpFault(status: number): Fault {
  if (status >= 500) return status === 503 ? { ...INTERNAL, status, code: 'unavailable' } : INTERNAL;
  const known = BY_STATUS[status];
  return known
    ? { status, ...known }
    : { status, code: 'request.refused', detail: { zh: '请求被拒绝', en: 'The request was refused' } };
}

function statusOf(error: unknown): number | undefined {
  const status =
    typeof error === 'object' && error !== null ? (error as { statusCode?: unknown }).statusCode : undefined;
  return typeof status === 'number' ? status : undefined;
}
