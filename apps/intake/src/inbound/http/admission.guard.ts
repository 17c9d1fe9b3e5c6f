import { createParamDecorator, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { ContractPipe, signInRequired } from '#platform';
import type { FastifyRequest } from 'fastify';
import { AdmitReport } from '../../use-cases/admit-report.js';
import type { AdmittedReport } from '../../use-cases/admitted-report.js';
import { ReportRequest } from './report.dto.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** The report of this request, checked and graded. */
    admitted?: AdmittedReport;
  }
}

/**
 * Checks and grades a report before it takes part in a group commit. A refusal inside of one would make all reports of
 * the batch be redone one by one; here it concerns its own request only and costs no transaction.
 */
@Injectable()
export class AdmissionGuard implements CanActivate {
  private readonly pipe = new ContractPipe();

  constructor(private readonly admit: AdmitReport) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    if (!request.caller) throw signInRequired();
    this.admit.early(request.body);
    const body: unknown = await this.pipe.transform(request.body, { type: 'body', metatype: ReportRequest });
    request.body = body;
    request.admitted = await this.admit.run(body as ReportRequest, request.caller);
    return true;
  }
}

/** Parameter decorator: the report that the {@link AdmissionGuard} let through. */
export const Admitted = createParamDecorator((_data: undefined, context: ExecutionContext): AdmittedReport => {
  const { admitted } = context.switchToHttp().getRequest<FastifyRequest>();
  if (!admitted) throw new Error('this route has no AdmissionGuard');
  return admitted;
});
