import { oneLevelUp } from '../priority.js';
import { DEFAULT_TRIAGE, type TriageSettings } from '../triage/triage-settings.js';
import { requireOpen, type IncidentStanding } from './incident.js';
import { regrading, type Regrading } from './regrade.js';

/** A further report: the new count, and the raised priority where it is the third within the window. */
export interface Attachment {
  readonly reportCount: number;
  readonly recentReports: string[];
  readonly regrading?: Regrading;
}

/**
 * Takes one more report of the same thing. The third within 24 hours raises the priority by one level, not above P2, and
 * once only; it does not override a duty chief who lowered it. Throws `incident.over`.
 */
export function attachReport(
  incident: IncidentStanding,
  receivedAt: Date,
  settings: TriageSettings = DEFAULT_TRIAGE,
): Attachment {
  requireOpen(incident, { zh: '补充报警', en: 'add a report' });
  const times = [...incident.recentReports, receivedAt.toISOString()].sort();
  const newest = Date.parse(times.at(-1) ?? '');
  const recentReports = times
    .filter((time) => newest - Date.parse(time) <= settings.repeatWindowMs)
    .slice(-settings.repeatedReports);
  const regrading = raisedByReports({ ...incident, recentReports }, settings);
  return { reportCount: incident.reportCount + 1, recentReports, ...(regrading && { regrading }) };
}

/** The priority that the newest reports of an incident ask for by their number; undefined where they ask for none. */
export function raisedByReports(
  incident: IncidentStanding,
  { repeatedReports }: TriageSettings = DEFAULT_TRIAGE,
): Regrading | undefined {
  if (incident.recentReports.length < repeatedReports) return undefined;
  const settled = incident.firedRules.some(({ rule }) => rule === 'repeated-reports' || rule === 'lowered-by-person');
  const to = oneLevelUp(incident.priority, 'P2');
  if (settled || to === incident.priority) return undefined;
  const reason = {
    zh: `24 小时内第 ${repeatedReports} 次报警`,
    en: `Report number ${repeatedReports} within 24 hours`,
  };
  return regrading(incident, to, { rule: 'repeated-reports', effect: to, reason });
}
