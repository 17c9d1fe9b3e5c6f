import { Injectable } from '@nestjs/common';
import { IncidentReported, type HoldFact } from '#contracts';
import { Incidents } from '../outbound/database/incidents.js';
import type { GradedFacts, IncidentRow } from '../outbound/database/incident.table.js';
import { Reports } from '../outbound/database/reports.js';
import type { AdmittedReport, Receipt } from './admitted-report.js';
import { IssueReceipt } from './issue-receipt.js';
import { reporterFact, reportRecord } from './report-record.js';

/** Stores a report with an incident of its own and publishes it with its grading and plan, held where it is one of too many. */
@Injectable()
export class OpenIncident {
  constructor(
    private readonly incidents: Incidents,
    private readonly reports: Reports,
    private readonly issueReceipt: IssueReceipt,
  ) {}

  /** A batch of reports is a handful of statements. The receipt stands when everything is written. */
  run(report: AdmittedReport): () => Receipt {
    return this.issueReceipt.run(report, undefined, (receipt, hold) => {
      this.store(report, receipt, hold);
      return hold !== undefined;
    });
  }

  private store(report: AdmittedReport, { incidentId, number, receipt }: Receipt, hold: HoldFact | undefined): void {
    const incident = incidentRow(report, incidentId, number, hold);
    this.incidents.publish(incident, incidentReported(report, incident, hold));
    this.incidents.add(incident);
    this.reports.add(reportRecord(report, receipt, hold));
  }
}

const incidentRow = (report: AdmittedReport, id: string, number: string, hold: HoldFact | undefined): IncidentRow => ({
  id,
  number,
  typeCode: report.type.code,
  state: 'TRIAGED',
  priority: report.grading.priority,
  firedRules: report.grading.firedRules,
  restricted: report.grading.restricted,
  ...(report.safeContact && { safeContact: report.safeContact.account }),
  ...(report.enterprise?.id !== undefined && { enterpriseId: report.enterprise.id }),
  ...(report.enterprise && { enterpriseName: report.enterprise.name }),
  place: report.facts.place,
  facts: knownFacts(report),
  filedBy: report.filedBy,
  reportCount: 1,
  recentReports: [report.receivedAt.toISOString()],
  receivedAt: report.receivedAt,
  ...(hold && { hold: { ...hold, of: 'dispatch' as const } }),
  ...(report.limited && !hold && { servedFor: report.enterprise?.id }),
  published: 0,
  version: 0,
});

function knownFacts({ facts, receivedAt }: AdmittedReport): GradedFacts {
  const { flags, crowd, injured, estimatedLossFen, details, occurredFrom, occurredTo } = facts;
  return {
    flags,
    crowd,
    injured,
    estimatedLossFen,
    details,
    ...(occurredFrom !== undefined && { occurredFrom }),
    ...(occurredTo !== undefined && { occurredTo }),
    toldAt: receivedAt.toISOString(),
  };
}

function incidentReported(report: AdmittedReport, incident: IncidentRow, hold: HoldFact | undefined): IncidentReported {
  const { reportId, type, facts, enterprise, safeContact, proposedContact, grading } = report;
  return IncidentReported.of({
    incidentId: incident.id,
    number: incident.number,
    reportId,
    channel: report.channel,
    receivedAt: report.receivedAt.toISOString(),
    recordedAt: report.recordedAt.toISOString(),
    incidentType: {
      code: type.code,
      key: type.key,
      name: type.name,
      kind: type.kind,
      ...(type.caseKind && { caseKind: type.caseKind }),
      advice: type.advice,
    },
    priority: incident.priority,
    slaProfile: type.slaProfile,
    firedRules: incident.firedRules,
    enterpriseRelated: grading.enterpriseRelated,
    restricted: incident.restricted,
    ...(safeContact && { safeContact }),
    ...(proposedContact && { proposedContact }),
    ...(enterprise && { enterprise }),
    ...facts,
    reporter: reporterFact(report),
    narrative: report.narrative,
    plan: grading.plan,
    ...(hold && { hold }),
  });
}
