import { Controller, Get, Query, type Type } from '@nestjs/common';
import type { AuditDetail, AuditEntry } from '#persistence';
import { Allow } from '../auth/access.decorators.js';
import { ServiceController } from '../http/service-controller.js';
import { page } from '../paging/page.js';
import { AuditedRead } from './audited-read.js';
import { AuditEntries, auditEntryKey } from './audit-entries.js';
import { AuditEntryPage, AuditEntryQuery, type AuditEntryAnswer } from './audit-entry.dto.js';

/** The audit trail of each service, for the audit administrator. */
@ServiceController('audit')
@Allow('audit_admin')
export class AuditController {
  constructor(private readonly entries: AuditEntries) {}

  /** What was done in the service, and what was refused, newest first. Reading it is written down too. */
  @Get()
  @AuditedRead('audit.read')
  async list(@Query() query: AuditEntryQuery): Promise<AuditEntryPage> {
    return page(query, await this.entries.page(query), auditEntryKey, answer);
  }
}

/** The controller of one service: each keeps a trail of its own, under an address of its own. */
export function auditControllerOf(service: string): Type<AuditController> {
  const controller = class extends AuditController {};
  const name = `${service.charAt(0).toUpperCase()}${service.slice(1)}AuditController`;
  Object.defineProperty(controller, 'name', { value: name });
  Controller({ path: `api/v1/audit/${service}` })(controller);
  return controller;
}

function answer({
  at,
  prevHash: _prevHash,
  payload: _payload,
  detail,
  outcome,
  session,
  address,
  ...rest
}: AuditEntry): AuditEntryAnswer {
  const { before, after, count } = detail === undefined ? {} : (JSON.parse(detail) as AuditDetail);
  return {
    ...rest,
    at: at.toISOString(),
    ...(outcome !== undefined && { outcome }),
    ...(session !== undefined && { session }),
    ...(address !== undefined && { address }),
    ...(before && { before }),
    ...(after && { after }),
    ...(count !== undefined && { count }),
  };
}
