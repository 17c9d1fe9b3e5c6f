import { IsIn, IsInt, IsISO8601, IsLatitude, IsLongitude, IsNumber, IsString, Min } from 'class-validator';
import { DomainEvent } from '../event.js';
import { UNITS } from '../streams.js';
import { DISCIPLINES, DUTY_STATES, type Discipline, type DutyState } from '../vocabulary.js';

/** A unit as it is now: duty, capability, position. The newest one replaces all before it. */
export class UnitChanged extends DomainEvent {
  static override readonly type = 'unit.changed.v1';
  static override readonly stream = UNITS;
  static override readonly source = 'routing';
  static override readonly description = 'Duty, capacity or position of a unit changed.';

  @IsString() unitId!: string;
  @IsString() name!: string;
  @IsIn(DISCIPLINES) discipline!: Discipline;
  @IsIn(DUTY_STATES) duty!: DutyState;
  @IsInt() @Min(0) capacity!: number;
  @IsNumber() @IsLongitude() longitude!: number;
  @IsNumber() @IsLatitude() latitude!: number;
  @IsISO8601() changedAt!: string;
}
