import type { Channel, IncidentState, Outcome, Priority } from '#contracts';
import { PlaceView } from './report-answer.dto.js';
import { BilingualView } from './texts.dto.js';

/** Code and name of a type. */
export class TypeNameView {
  /** @example E101 */
  code!: string;
  name!: BilingualView;
}

/** A triage rule that fired, and why. */
export class FiredRuleView {
  rule!: string;
  effect!: string;
  reason!: BilingualView;
}

/** A report of an incident, in short. */
export class AttachedReportView {
  reportId!: string;
  receipt!: string;
  channel!: Channel;
  receivedAt!: string;
}

/** An incident in a list. Those who only filed a report of it see neither how it is graded nor how far it has come. */
export class IncidentSummary {
  incidentId!: string;
  /** @example JQ3204122026052100001 */
  number!: string;
  type!: TypeNameView;
  /** TRIAGED while it runs, CLOSED or CANCELLED at its end; the dispatch's own state is with the incident file. */
  state?: IncidentState;
  priority?: Priority;
  restricted?: boolean;
  enterpriseId?: string;
  enterpriseName?: string;
  place!: PlaceView;
  reportCount!: number;
  receivedAt!: string;
  closedAt?: string;
  outcome?: Outcome;
  version?: number;
}

/** One incident with its reports (those of the caller, unless the caller is an operator). */
export class IncidentView extends IncidentSummary {
  /** Triage rules that fired, in order; operators only. */
  firedRules?: FiredRuleView[];
  reports!: AttachedReportView[];
}

/** A page of incidents. */
export class IncidentPage {
  items!: IncidentSummary[];
  /** Cursor of the next page; null on the last one. */
  next!: string | null;
}
