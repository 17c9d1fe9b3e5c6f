import { IsIn, IsOptional, Matches } from 'class-validator';
import {
  CANCEL_REASONS,
  INCIDENT_STATES,
  PRIORITIES,
  Prose,
  type CancelReason,
  type IncidentState,
  type Priority,
} from '#contracts';
import { PageQuery } from '#platform';

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
