import { Injectable } from '@nestjs/common';
import { defineRefusal, withMaskedAccounts } from '#domain-kit';
import { hasRole, type Caller } from '#platform';
import { Incidents } from '../outbound/database/incidents.js';
import type { ReportRow } from '../outbound/database/report.table.js';
import { Reports } from '../outbound/database/reports.js';
import { accountsShown, CALL_BACK, mayKnow } from './reader.js';

/** 404: there is no such report, or it is somebody else's. */
export const reportNotFound = defineRefusal({
  code: 'report.not-found',
  kind: 'not-found',
  zh: '没有这份报警记录',
  en: 'There is no such report',
});

/**
 * Reads one report; enterprises and machines only their own, a telephone only who filed it or may have to call, whole bank
 * accounts only who filed it or works on the floor. What belongs to a restricted incident is hidden like the incident.
 */
@Injectable()
export class ReadReport {
  constructor(
    private readonly reports: Reports,
    private readonly incidents: Incidents,
  ) {}

  async run(id: string, caller: Caller): Promise<ReportRow> {
    const report = await this.reports.find(id);
    const incident = report && (await this.incidents.find(report.incidentId));
    const own = report?.filedBy === caller.accountId;
    if (!report || !incident || !mayKnow('incident.read', caller, incident, own)) throw reportNotFound();
    const { facts, reporter } = report;
    return {
      ...report,
      ...(!(own || hasRole(caller, ...CALL_BACK)) && { reporter: { ...reporter, phone: '' } }),
      ...(!accountsShown(caller, report) && { facts: { ...facts, details: withMaskedAccounts(facts.details) } }),
    };
  }
}
