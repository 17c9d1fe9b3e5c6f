import type { ReportRecord } from '../../use-cases/records.js';
import type { ReportView } from './report-answer.dto.js';

/** A stored report as its readers get it. */
export function reportView(report: ReportRecord): ReportView {
  const { id, incidentId, receipt, typeCode, channel, enterpriseId, reporter, narrative, facts } = report;
  return {
    reportId: id,
    incidentId,
    receipt,
    type: typeCode,
    channel,
    receivedAt: report.receivedAt.toISOString(),
    recordedAt: report.recordedAt.toISOString(),
    ...(enterpriseId !== undefined && { enterpriseId }),
    reporter,
    narrative,
    ...facts,
  };
}
