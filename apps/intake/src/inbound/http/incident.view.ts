import type { IncidentRecord, ReportRecord } from '../../use-cases/records.js';
import { incidentType } from '../../domain/incident-types/index.js';
import type { IncidentSummary, IncidentView } from './incident.dto.js';

/** An incident in a list. Priority and restriction are internal: only `internal` readers get them. */
export function incidentSummary(incident: IncidentRecord, internal: boolean): IncidentSummary {
  const { id, number, typeCode, state, priority, restricted, enterpriseId, enterpriseName, place } = incident;
  const { reportCount, receivedAt, closedAt, outcome, version } = incident;
  return {
    incidentId: id,
    number,
    type: { code: typeCode, name: incidentType(typeCode)?.name ?? { zh: typeCode, en: typeCode } },
    state,
    ...(internal && { priority, restricted }),
    ...(enterpriseId !== undefined && { enterpriseId }),
    ...(enterpriseName !== undefined && { enterpriseName }),
    place,
    reportCount,
    receivedAt: receivedAt.toISOString(),
    ...(closedAt && { closedAt: closedAt.toISOString() }),
    ...(outcome && { outcome }),
    version,
  };
}

/** One incident with the reports of it that its reader may know. */
export function incidentView(
  incident: IncidentRecord,
  reports: readonly ReportRecord[],
  internal: boolean,
): IncidentView {
  return {
    ...incidentSummary(incident, internal),
    ...(internal && { firedRules: incident.firedRules }),
    reports: reports.map(({ id, receipt, channel, receivedAt }) => ({
      reportId: id,
      receipt,
      channel,
      receivedAt: receivedAt.toISOString(),
    })),
  };
}
