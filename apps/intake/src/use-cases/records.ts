/** What use cases answer with; the edge turns it into its own shapes. */
export type {
  EnterpriseRow as EnterpriseRecord,
  IncidentRow as IncidentRecord,
  ReportRow as ReportRecord,
} from '../outbound/database/intake.tables.js';
