import type { HoldFact, ReporterFact } from '#contracts';
import type { ReportRow } from '../outbound/database/report.table.js';
import type { AdmittedReport } from './admitted-report.js';

/** The row of an admitted report, which may be held. */
export const reportRecord = (report: AdmittedReport, receipt: string, hold?: HoldFact): ReportRow => ({
  id: report.reportId,
  incidentId: report.incidentId,
  receipt,
  typeCode: report.type.code,
  channel: report.channel,
  receivedAt: report.receivedAt,
  recordedAt: report.recordedAt,
  filedBy: report.filedBy,
  ...(report.enterprise?.id !== undefined && { enterpriseId: report.enterprise.id }),
  reporter: report.reporter,
  narrative: report.narrative,
  facts: report.facts,
  ...(hold && { held: true }),
});

/** Who reported, as events say it. */
export const reporterFact = ({ reporter, filedBy }: AdmittedReport): ReporterFact => ({
  ...reporter,
  accountId: filedBy,
});
