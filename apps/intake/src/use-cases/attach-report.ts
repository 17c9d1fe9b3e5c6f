import { Injectable } from '@nestjs/common';
import { IncidentReportAttached, type HoldFact } from '#contracts';
import { attachReport } from '../domain/incident/attach-report.js';
import { holdAfter } from '../domain/incident/hold.js';
import type { KnownFacts } from '../domain/triage/known-facts.js';
import { Incidents } from '../outbound/database/incidents.js';
import type { IncidentRow } from '../outbound/database/incident.table.js';
import { Reports } from '../outbound/database/reports.js';
import { AddFacts } from './add-facts.js';
import type { AdmittedReport, Receipt } from './admitted-report.js';
import { IssueReceipt } from './issue-receipt.js';
import { requireOpenIncident } from './relate-report.js';
import { reporterFact, reportRecord } from './report-record.js';
import { factsFor } from './stored-incident.js';

/**
 * Adds a report and what it tells to an incident that is still open; the third one within a day raises its priority. What one
 * of too many tells counts once it is released.
 */
@Injectable()
export class AttachReport {
  constructor(
    private readonly incidents: Incidents,
    private readonly reports: Reports,
    private readonly addFacts: AddFacts,
    private readonly issueReceipt: IssueReceipt,
  ) {}

  /**
   * The receipt stands when everything is written. Throws 409 when the incident came to its end after the report was
   * admitted.
   */
  async run(report: AdmittedReport): Promise<() => Receipt> {
    const incident = requireOpenIncident(await this.incidents.find(report.incidentId));
    return this.issueReceipt.run(report, incident.number, async ({ receipt }, asked) => {
      // Where nobody was sent yet there is nothing that it could move.
      const hold = incident.hold?.of === 'dispatch' ? undefined : asked;
      await this.attach(report, incident, hold);
      this.reports.add(reportRecord(report, receipt, hold));
      return incident.hold !== undefined;
    });
  }

  private async attach(report: AdmittedReport, incident: IncidentRow, hold: HoldFact | undefined): Promise<void> {
    const { receivedAt, recordedAt, reportId } = report;
    const { reportCount, recentReports, regrading } = attachReport(incident, receivedAt);
    Object.assign(incident, { reportCount, recentReports });
    this.incidents.publish(incident, attached(report, incident, hold));
    if (hold) incident.hold = holdAfter(incident.hold, hold);
    else
      await this.addFacts.run(
        incident,
        toldTo(incident, report),
        { toldAt: receivedAt, recordedAt, reportId },
        regrading,
      );
    this.incidents.save(incident);
  }
}

function attached(
  report: AdmittedReport,
  { id: incidentId, reportCount }: IncidentRow,
  hold: HoldFact | undefined,
): IncidentReportAttached {
  const { reportId, channel, receivedAt, narrative } = report;
  const { flags, crowd, injured, estimatedLossFen, details } = report.facts;
  return IncidentReportAttached.of({
    incidentId,
    reportId,
    channel,
    receivedAt: receivedAt.toISOString(),
    reporter: reporterFact(report),
    narrative,
    reportCount,
    flags,
    crowd,
    injured,
    estimatedLossFen,
    details,
    ...(hold && { hold }),
  });
}

const toldTo = (incident: IncidentRow, { type, facts, enterprise }: AdmittedReport): Partial<KnownFacts> => ({
  ...factsFor(incident, type.code, facts),
  ...(enterprise && { enterprise }),
});
