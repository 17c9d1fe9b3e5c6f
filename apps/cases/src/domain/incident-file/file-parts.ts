import type { FiledReports } from './filed-reports.js';
import type { FiledProgress, IncidentFile } from './incident-file.js';

/** Names of the fields of each part: the compiler wants all of them and no other. */
type Names<Part> = { readonly [Name in keyof Required<Part>]: true };

const OF_REPORTS: Names<FiledReports> = {
  type: true,
  slaProfile: true,
  firedRules: true,
  enterpriseRelated: true,
  enterprise: true,
  place: true,
  occurredFrom: true,
  occurredTo: true,
  flags: true,
  crowd: true,
  injured: true,
  estimatedLossFen: true,
  details: true,
  reports: true,
};

const OF_PROGRESS: Names<FiledProgress> = {
  insiderSuspected: true,
  safeContact: true,
  proposedContact: true,
  assignments: true,
  case: true,
  proposals: true,
  advice: true,
  outcome: true,
  leadBy: true,
  cancelled: true,
  closed: true,
  rung: true,
  held: true,
};

/** What the reports say, of a file. */
export const reportsOf = (file: IncidentFile): FiledReports => picked(file, OF_REPORTS);

/** What happened after the report, of a file. */
export const progressOf = (file: IncidentFile): FiledProgress => picked(file, OF_PROGRESS);

function picked<Part>(file: Part, names: Names<Part>): Part {
  const known = Object.entries(file as object).filter(([name, value]) => name in names && value !== undefined);
  return Object.fromEntries(known) as Part;
}
