import { Injectable } from '@nestjs/common';
import { normalPhone } from '#domain-kit';
import { newId, type Caller } from '#platform';
import { incidentType } from '../domain/incident-types/index.js';
import type { ReportFacts, StoredReporter } from '../outbound/database/report.table.js';
import type { AdmittedReport, ReportToFile } from './admitted-report.js';
import { checkDetails, checkInstants } from './check-details.js';
import { DateReport } from './date-report.js';
import { GradeReport, told } from './grade-report.js';
import { IdentifyEnterprise } from './identify-enterprise.js';
import { LocatePlace } from './locate-place.js';
import { RelateReport } from './relate-report.js';
import { phoneMissing, unknownType } from './report.refusals.js';
import { channelOf, isLimited } from './way-in.js';

/**
 * Checks and grades a report, from memory but for the incident that it may relate to, so that the transaction that stores
 * it with many others has nothing to refuse.
 */
@Injectable()
export class AdmitReport {
  constructor(
    private readonly dateReport: DateReport,
    private readonly identifyEnterprise: IdentifyEnterprise,
    private readonly locatePlace: LocatePlace,
    private readonly relateReport: RelateReport,
    private readonly gradeReport: GradeReport,
  ) {}

  /**
   * Throws 400 for wrong details, 403 for another enterprise, 409 when the incident that it relates to is over, 422 for what
   * does not exist or cannot be, and 503 while too much waits to be passed on or planned.
   */
  async run(report: ReportToFile, caller: Caller): Promise<AdmittedReport> {
    this.gradeReport.early(report);
    const type = incidentType(report.type);
    if (!type) throw unknownType();
    const channel = channelOf(report.channel, caller);
    const details = report.details ?? {};
    checkDetails(type, details);
    const { recordedAt, receivedAt, latest, span } = this.dateReport.run(report, caller);
    checkInstants(type, details, latest);
    const enterprise = await this.identifyEnterprise.run(report, caller);
    const place = await this.locatePlace.run(report.place, enterprise);
    const contact = await this.identifyEnterprise.contactOf(report, enterprise, caller);
    const { narrative, relatesTo } = report;
    if (relatesTo !== undefined) await this.relateReport.run(relatesTo, caller);
    const facts: ReportFacts = { ...told(report), ...span, details, place };
    const graded = await this.gradeReport.run({ ...facts, type, receivedAt, ...(enterprise && { enterprise: {} }) });
    return {
      reportId: newId(),
      incidentId: relatesTo ?? newId(),
      type,
      ...graded,
      channel,
      limited: isLimited(caller),
      receivedAt,
      recordedAt,
      filedBy: caller.accountId,
      ...(enterprise && { enterprise }),
      reporter: reporterOf(report),
      narrative,
      facts,
      ...(relatesTo !== undefined && { relatesTo }),
      ...contact,
    };
  }
}

/** Who reported, and nothing that came along. Throws 422 without a number to call back and without a reason for that. */
function reporterOf({ reporter: { name, phone = '', noPhone, role } }: ReportToFile): StoredReporter {
  if (phone === '' && noPhone === undefined) throw phoneMissing();
  return {
    name,
    phone: normalPhone(phone),
    ...(phone === '' && { noPhone }),
    ...(role !== undefined && { role }),
  };
}
