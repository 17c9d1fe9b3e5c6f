import { IsIn, IsInt, IsISO8601, IsOptional, IsString, Min } from 'class-validator';
import { DomainEvent } from './event.js';
import { Part } from './fields.js';
import { UnitFact } from './parts.js';

/** What a clock says when one of its stages is reached. */
export abstract class ClockFact extends DomainEvent {
  @IsString() incidentId!: string;
  @IsString() assignmentId!: string;
  @Part(() => UnitFact) unit!: UnitFact;
  /** Which limit: acknowledgement (签收). */
  @IsIn(['acknowledge']) clock!: 'acknowledge';
  @IsISO8601() startedAt!: string;
  @IsInt() @Min(1) limitSeconds!: number;
  /** Share of the limit that this stage stands for, in percent. */
  @IsIn([50, 100, 200]) stage!: 50 | 100 | 200;
  @IsISO8601() dueAt!: string;
  @IsISO8601() firedAt!: string;
  /** Who is told beyond the unit itself. */
  @IsOptional() @IsIn(['unit_duty_leader', 'duty_chief']) escalatedTo?: 'unit_duty_leader' | 'duty_chief';
}
