/** What use cases answer with; the edge turns it into its own shapes. */
export type { EnterpriseRow as EnterpriseRecord } from '../outbound/database/enterprise.table.js';
export type { IncidentRow as IncidentRecord } from '../outbound/database/incident.table.js';
export type { ReportRow as ReportRecord } from '../outbound/database/report.table.js';
