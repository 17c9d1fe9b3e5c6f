import { Injectable } from '@nestjs/common';
import { IncidentReported } from '#contracts';
import { IntakeConfig } from '../intake.config.js';
import { Incidents } from '../outbound/database/incidents.js';
import type { GradedFacts, IncidentRow } from '../outbound/database/incident.table.js';
import { Reports } from '../outbound/database/reports.js';
import { Sequences } from '../outbound/database/sequences.js';
import { WAITING, type AdmittedReport, type Receipt } from './admitted-report.js';
import { numberOf, numberPrefix } from './numbers.js';
import { reporterFact, reportRecord } from './report-record.js';

/** Stores a report with an incident of its own and publishes it with its grading and plan. */
@Injectable()
export class OpenIncident {
  constructor(
    private readonly incidents: Incidents,
    private readonly reports: Reports,
    private readonly sequences: Sequences,
    private readonly config: IntakeConfig,
  ) {}

  /** Reads nothing: a batch of reports is a handful of statements. The receipt stands when everything is written. */
  run(report: AdmittedReport): () => Receipt {
    const { reportId, incidentId } = report;
    const kind = report.type.kind === 'service' ? 'FW' : 'JQ';
    const own = numberPrefix(kind, this.config.district, report.receivedAt);
    const receipts = numberPrefix('HZ', this.config.district, report.receivedAt);
    return this.sequences.draw([own, receipts], ([serial, receiptSerial]) => {
      const receipt = {
        reportId,
        incidentId,
        number: numberOf(own, serial),
        receipt: numberOf(receipts, receiptSerial),
        ...(report.waits && { waiting: WAITING }),
      };
      this.store(report, receipt);
      return receipt;
    });
  }

  private store(report: AdmittedReport, { reportId, incidentId, number, receipt }: Receipt): void {
    const incident = incidentRow(report, incidentId, number);
    this.incidents.publish(incident, incidentReported(report, incident, reportId));
    this.incidents.add(incident);
    this.reports.add(reportRecord(report, receipt));
  }
}

const incidentRow = (report: AdmittedReport, id: string, number: string): IncidentRow => ({
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

function incidentReported(report: AdmittedReport, incident: IncidentRow, reportId: string): IncidentReported {
  const { type, facts, enterprise, safeContact, proposedContact, grading } = report;
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
  });
}
