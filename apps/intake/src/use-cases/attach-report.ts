import { Injectable } from '@nestjs/common';
import { IncidentRegraded, IncidentReportAttached } from '#contracts';
import { attachReport, type Regrading } from '../domain/incident/incident.js';
import { IntakeConfig } from '../intake.config.js';
import { Incidents } from '../outbound/database/incidents.js';
import type { IncidentRow } from '../outbound/database/intake.tables.js';
import { Reports } from '../outbound/database/reports.js';
import { Sequences } from '../outbound/database/sequences.js';
import type { AdmittedReport, Receipt } from './admitted-report.js';
import { numberOf, numberPrefix } from './numbers.js';
import { requireOpenIncident } from './relate-report.js';
import { reporterFact, reportRecord } from './report-record.js';

/** Adds a report to an incident that is still open; the third one within a day raises its priority. */
@Injectable()
export class AttachReport {
  constructor(
    private readonly incidents: Incidents,
    private readonly reports: Reports,
    private readonly sequences: Sequences,
    private readonly config: IntakeConfig,
  ) {}

  /**
   * The receipt stands when everything is written. Throws 409 when the incident came to its end after the report was
   * admitted.
   */
  async run(report: AdmittedReport): Promise<() => Receipt> {
    const { reportId, incidentId } = report;
    const incident = requireOpenIncident(await this.incidents.find(incidentId));
    this.attach(report, incident);
    const receipts = numberPrefix('HZ', this.config.district, report.receivedAt);
    return this.sequences.draw([receipts], ([serial]) => {
      const receipt = { reportId, incidentId, number: incident.number, receipt: numberOf(receipts, serial) };
      this.reports.add(reportRecord(report, receipt.receipt));
      return receipt;
    });
  }

  private attach(report: AdmittedReport, incident: IncidentRow): void {
    const { reportCount, recentReports, regrading } = attachReport(incident, report.receivedAt);
    incident.reportCount = reportCount;
    incident.recentReports = recentReports;
    this.incidents.publish(
      incident,
      IncidentReportAttached.of({
        incidentId: incident.id,
        reportId: report.reportId,
        channel: report.channel,
        receivedAt: report.receivedAt.toISOString(),
        reporter: reporterFact(report),
        narrative: report.narrative,
        reportCount,
      }),
    );
    if (regrading) this.raise(incident, regrading, report.recordedAt);
    this.incidents.save(incident);
  }

  private raise(incident: IncidentRow, { from, to, firedRules }: Regrading, at: Date): void {
    incident.priority = to;
    incident.firedRules = firedRules;
    this.incidents.publish(
      incident,
      IncidentRegraded.of({ incidentId: incident.id, from, to, occurredAt: at.toISOString(), firedRules }),
    );
  }
}
