import type {
  Channel,
  DangerFlag,
  EnterpriseFact,
  FiredRule,
  IncidentTypeFact,
  PlaceFact,
  ReporterFact,
  SlaProfile,
} from '#contracts';

/** One report of the incident, the first included. */
export class FiledReport {
  reportId!: string;
  channel!: Channel;
  receivedAt!: string;
  reporter!: ReporterFact;
  narrative!: string;
  /** What a later report told by itself; what is known from all of them stands with the file. */
  flags?: DangerFlag[];
  crowd?: number;
  injured?: number;
  estimatedLossFen?: number;
  details?: Record<string, unknown>;
}

/** What the reports say. It changes with a further report and with a regrading, never with what units do. */
export class FiledReports {
  type!: IncidentTypeFact;
  slaProfile!: SlaProfile;
  firedRules!: FiredRule[];
  enterpriseRelated!: boolean;
  enterprise?: EnterpriseFact;
  place!: PlaceFact;
  occurredFrom?: string;
  occurredTo?: string;
  flags!: DangerFlag[];
  crowd!: number;
  injured!: number;
  /** What the reporter thinks is lost, integer fen. */
  estimatedLossFen!: number;
  /** Fields of the incident type; see `GET /api/v1/incident-types`. */
  details!: Record<string, unknown>;
  /** The first one opened the incident. */
  reports!: FiledReport[];
}

/** The report that opened a file. */
export function firstReport({ reports: [first] }: FiledReports): FiledReport {
  if (!first) throw new Error('a file has no report');
  return first;
}
