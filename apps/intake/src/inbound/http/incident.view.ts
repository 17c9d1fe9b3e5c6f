import type { IncidentRecord, ReportRecord } from '../../use-cases/records.js';
import { incidentType } from '../../domain/incident-types/index.js';
import type { IncidentSummary, IncidentView } from './incident-answer.dto.js';

/**
 * An incident in a list. How it is graded and how far it has come is for `internal` readers; whoever filed it follows it in
 * the incident file, which knows who may still be told.
 */
export function incidentSummary(incident: IncidentRecord, internal: boolean): IncidentSummary {
  const { id, number, typeCode, enterpriseId, enterpriseName, place, reportCount, receivedAt } = incident;
  return {
    incidentId: id,
    number,
    type: { code: typeCode, name: incidentType(typeCode)?.name ?? { zh: typeCode, en: typeCode } },
    ...(enterpriseId !== undefined && { enterpriseId }),
    ...(enterpriseName !== undefined && { enterpriseName }),
    place,
    reportCount,
    receivedAt: receivedAt.toISOString(),
    ...(internal && standing(incident)),
  };
}

/** How an incident is graded and how far it has come. */
function standing({ state, priority, restricted, closedAt, outcome, version }: IncidentRecord) {
  return {
    state,
    priority,
    restricted,
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
