import { IsIn, IsOptional, Matches } from 'class-validator';
import {
  CANCEL_REASONS,
  INCIDENT_STATES,
  PRIORITIES,
  Prose,
  type CancelReason,
  type Channel,
  type IncidentState,
  type Outcome,
  type Priority,
} from '#contracts';
import { PageQuery } from '#platform';
import { PlaceView } from './report-answer.dto.js';
import { BilingualView } from './texts.dto.js';

/** A new priority decided by a person. */
export class RegradeRequest {
  /** Raising it needs a dispatcher, lowering it the duty chief. @example P2 */
  @IsIn(PRIORITIES)
  priority!: Priority;

  /** Why. @example 嫌疑人仍在现场 */
  @Prose(500)
  reason!: string;
}

/** Calling an incident off; P1 and P2 need the duty chief. */
export class CancelRequest {
  /** @example false_report */
  @IsIn(CANCEL_REASONS)
  reason!: CancelReason;

  /** @example 报警人确认系误触发 */
  @IsOptional()
  @Prose(500, { mayBeBlank: true })
  note?: string;
}

/** Letting units move for what was held. */
export class ReleaseRequest {
  /** What was found out. @example 已回拨核实 */
  @IsOptional()
  @Prose(500, { mayBeBlank: true })
  note?: string;
}

/** Filters of the list of incidents, newest first. */
export class IncidentQuery extends PageQuery {
  @IsOptional()
  @IsIn(INCIDENT_STATES)
  state?: IncidentState;

  @IsOptional()
  @IsIn(PRIORITIES)
  priority?: Priority;

  /** Type code. @example E101 */
  @IsOptional()
  @Matches(/^[A-Z]\d{2,3}$/)
  type?: string;

  @IsOptional()
  @Matches(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
  enterpriseId?: string;
}

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
