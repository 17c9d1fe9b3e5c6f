import { groupBy } from '../history.mjs';

/** I1: every acknowledged report exists exactly once, with its incident and its event; and there is no other report. */
export function reportsExist({ client, tables, events, whole }, found) {
  const acknowledged = client.reports.filter(({ status }) => status === 201);
  const rows = groupBy(tables.intake.report, ({ id }) => id);
  const incidents = new Map(tables.intake.incident.map((row) => [row.id, row]));
  const eventsOfReport = groupBy(events.filter(isReportEvent), ({ body }) => body.reportId);
  for (const { key, answer } of acknowledged) {
    const [row, ...more] = rows.get(answer.reportId) ?? [];
    if (!row) found('lost', answer.reportId, `acknowledged under key ${key}, but there is no such report`);
    else if (more.length > 0) found('doubled', answer.reportId, `${more.length + 1} rows`);
    else if (row.incident_id !== answer.incidentId || row.receipt !== answer.receipt)
      found('wrong', answer.reportId, 'incident or receipt differ from what was answered');
    const incident = incidents.get(answer.incidentId);
    if (!incident) found('lost', answer.incidentId, 'the incident of an acknowledged report is missing');
    else if (incident.number !== answer.number) found('wrong', incident.id, 'another number than was answered');
    const published = eventsOfReport.get(answer.reportId)?.length ?? 0;
    if (published === 0) found('lost', answer.reportId, 'no event carries the report');
    if (published > 1) found('doubled', answer.reportId, `${published} events carry the report`);
  }
  keysStandForOneReport(acknowledged, found);
  if (client.reports.length > 0) nothingMore(client, tables, found);
  numbersAreUnique(tables, found);
  return { acknowledged: acknowledged.length, reports: tables.intake.report.length, fromTopic: whole };
}

const isReportEvent = ({ type }) => type === 'incident.reported.v1' || type === 'incident.report-attached.v1';

function keysStandForOneReport(acknowledged, found) {
  const byKey = groupBy(
    acknowledged.filter(({ key }) => key),
    ({ actor, key }) => `${actor ?? ''}|${key}`,
  );
  for (const [key, entries] of byKey) {
    if (new Set(entries.map(({ answer }) => answer.reportId)).size > 1)
      found('doubled', key, 'one key, several reports');
  }
  const byReport = groupBy(acknowledged, ({ answer }) => answer.reportId);
  for (const [reportId, entries] of byReport) {
    const keys = new Set(entries.map(({ key }) => key));
    if (keys.size > 1) found('lost', reportId, `answered to ${keys.size} different keys`);
  }
}

/** A report that nobody was answered for may stand only for a request that got no answer, and once. */
function nothingMore({ reports }, { intake }, found) {
  const known = new Set(reports.flatMap(({ status, answer }) => (status === 201 ? [answer.reportId] : [])));
  const answeredKeys = new Set(reports.filter(({ status }) => status !== null).map(({ key }) => key));
  const open = new Set(reports.map(({ key }) => key).filter((key) => !answeredKeys.has(key)));
  const keyOf = new Map(intake.idempotency_key.map(({ key, response }) => [reportIdOf(response), key]));
  let unexplained = 0;
  for (const { id } of intake.report) {
    if (known.has(id)) continue;
    const key = keyOf.get(id);
    if (key === undefined ? ++unexplained > open.size : !open.delete(key))
      found('doubled', id, 'a report that no request of the client stands for');
  }
}

function reportIdOf(response) {
  return response ? JSON.parse(response).body?.reportId : undefined;
}

function numbersAreUnique({ intake }, found) {
  for (const [column, rows] of [
    ['number', intake.incident],
    ['receipt', intake.report],
  ]) {
    for (const [value, same] of groupBy(rows, (row) => row[column])) {
      if (same.length > 1) found('doubled', value, `${same.length} rows with this ${column}`);
    }
  }
}
