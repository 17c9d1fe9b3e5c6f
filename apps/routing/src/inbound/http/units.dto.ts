import { IsIn, IsLatitude, IsLongitude, IsNumber, IsOptional } from 'class-validator';
import { DISCIPLINES, DUTY_STATES, type Discipline, type DutyState } from '#contracts';
import { PageQuery } from '#platform';

/** Which units to list, by code. */
export class UnitsQuery extends PageQuery {
  @IsOptional()
  @IsIn(DISCIPLINES)
  discipline?: Discipline;

  @IsOptional()
  @IsIn(DUTY_STATES)
  duty?: DutyState;
}

/** What of a unit changes. */
export class ChangeUnitRequest {
  @IsOptional()
  @IsIn(DUTY_STATES)
  duty?: DutyState;

  /** WGS-84 degrees. */
  @IsOptional()
  @IsNumber()
  @IsLongitude()
  longitude?: number;

  /** WGS-84 degrees. */
  @IsOptional()
  @IsNumber()
  @IsLatitude()
  latitude?: number;
}

/** A unit of police or a partner. */
export class UnitView {
  /** The unit's code. */
  unitId!: string;
  name!: string;
  discipline!: Discipline;
  duty!: DutyState;
  /** Assignments it may hold at once. */
  capacity!: number;
  /** Assignments it holds now. */
  active!: number;
  /** Absent for readers who may not know where units are. */
  longitude?: number;
  latitude?: number;
  version!: number;
}

/** One page of units. */
export class UnitsPage {
  items!: UnitView[];
  /** Cursor of the next page; null on the last one. */
  next!: string | null;
}
