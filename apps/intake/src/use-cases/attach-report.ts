import { Injectable } from '@nestjs/common';
import { IncidentReportAttached } from '#contracts';
import { attachReport } from '../domain/incident/attach-report.js';
import { IntakeConfig } from '../intake.config.js';
import { Incidents } from '../outbound/database/incidents.js';
import type { IncidentRow } from '../outbound/database/incident.table.js';
import { Reports } from '../outbound/database/reports.js';
import { Sequences } from '../outbound/database/sequences.js';
import { AddFacts } from './add-facts.js';
import type { AdmittedReport, Receipt } from './admitted-report.js';
import { numberOf, numberPrefix } from './numbers.js';
import { requireOpenIncident } from './relate-report.js';
import { reporterFact, reportRecord } from './report-record.js';

/** Adds a report and what it tells to an incident that is still open; the third one within a day raises its priority. */
@Injectable()
export class AttachReport {
  constructor(
    private readonly incidents: Incidents,
    private readonly reports: Reports,
    private readonly sequences: Sequences,
    private readonly addFacts: AddFacts,
    private readonly config: IntakeConfig,
  ) {}

  /**
   * The receipt stands when everything is written. Throws 409 when the incident came to its end after the report was
   * admitted.
   */
  async run(report: AdmittedReport): Promise<() => Receipt> {
    const { reportId, incidentId } = report;
    const incident = requireOpenIncident(await this.incidents.find(incidentId));
    await this.attach(report, incident);
    const receipts = numberPrefix('HZ', this.config.district, report.receivedAt);
    return this.sequences.draw([receipts], ([serial]) => {
      const receipt = { reportId, incidentId, number: incident.number, receipt: numberOf(receipts, serial) };
      this.reports.add(reportRecord(report, receipt.receipt));
      return receipt;
    });
  }

  private async attach(report: AdmittedReport, incident: IncidentRow): Promise<void> {
    const { reportId, receivedAt, recordedAt, facts } = report;
    const { reportCount, recentReports, regrading } = attachReport(incident, receivedAt);
    incident.reportCount = reportCount;
    incident.recentReports = recentReports;
    const { flags, crowd, injured, estimatedLossFen, details, occurredFrom, occurredTo } = facts;
    this.incidents.publish(
      incident,
      IncidentReportAttached.of({
        incidentId: incident.id,
        reportId,
        channel: report.channel,
        receivedAt: receivedAt.toISOString(),
        reporter: reporterFact(report),
        narrative: report.narrative,
        reportCount,
        flags,
        crowd,
        injured,
        estimatedLossFen,
        details,
      }),
    );
    const told = {
      flags,
      crowd,
      injured,
      estimatedLossFen,
      ...(report.enterprise && { enterprise: report.enterprise }),
      ...(occurredFrom !== undefined && { occurredFrom }),
      ...(occurredTo !== undefined && { occurredTo }),
      // The fields of another type stay with the report that told them.
      ...(report.type.code === incident.typeCode && { details }),
    };
    await this.addFacts.run(incident, told, { toldAt: receivedAt, recordedAt, reportId }, regrading);
    this.incidents.save(incident);
  }
}
