import { IsIn, IsInt, IsISO8601, IsLatitude, IsLongitude, IsNumber, IsOptional, IsString, Min } from 'class-validator';
import { Part, WordList } from '../fields.js';
import {
  TYPE_KINDS,
  type TypeKind,
  CASE_KINDS,
  DISCIPLINES,
  HOLD_REASONS,
  PLACE_PRECISIONS,
  ZONES,
  type CaseKind,
  type Discipline,
  type HoldReason,
  type PlacePrecision,
  type Zone,
} from '../vocabulary.js';
import { BilingualText } from './bilingual-text.js';

/** Where something is. WGS-84 degrees. */
export class PlaceFact {
  @IsString() address!: string;
  @IsNumber() @IsLongitude() longitude!: number;
  @IsNumber() @IsLatitude() latitude!: number;
  @IsIn(ZONES) zone!: Zone;
  /** Six-digit administrative division (GB/T 2260). */
  @IsString() district!: string;
  /** Code of the police jurisdiction that contains the point, if one does. */
  @IsOptional() @IsString() jurisdiction?: string;
  /** How well the point is known; absent where it is exact. Nobody verified `site`, `town`, `unknown` and `far`. */
  @IsOptional() @IsIn(PLACE_PRECISIONS) precision?: PlacePrecision;
}

/** The incident type as it was when the report came in. */
export class IncidentTypeFact {
  /** E101 … E902 for incidents, F01 … F10 for service requests. */
  @IsString() code!: string;
  @IsString() key!: string;
  @Part(() => BilingualText) name!: BilingualText;
  @IsIn(TYPE_KINDS) kind!: TypeKind;
  /** Absent where the type opens no case. */
  @IsOptional() @IsIn(CASE_KINDS) caseKind?: CaseKind;
  /** What people on the scene should do until help comes; absent on reports of earlier versions. */
  @IsOptional() @Part(() => BilingualText) advice?: BilingualText;
}

/** One triage rule that fired, with its effect and the reason that the screen shows. */
export class FiredRule {
  @IsString() rule!: string;
  @IsString() effect!: string;
  @Part(() => BilingualText) reason!: BilingualText;
}

/** Which disciplines respond at once (the first leads) and which are only told. */
export class PlanFact {
  @IsString() id!: string;
  @IsInt() @Min(1) version!: number;
  @WordList(DISCIPLINES) atOnce!: Discipline[];
  @WordList(DISCIPLINES) inform!: Discipline[];
}

/** Why a report waits for a call taker, and since when: until it is released it moves no unit. */
export class HoldFact {
  @IsIn(HOLD_REASONS) reason!: HoldReason;
  @IsISO8601() since!: string;
}
