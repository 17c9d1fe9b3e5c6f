import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  IsLatitude,
  IsLongitude,
  IsNotEmpty,
  IsNumber,
  IsObject,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import {
  CHANNELS,
  DANGER_FLAGS,
  NO_PHONE_REASONS,
  ZONES,
  type Channel,
  type DangerFlag,
  type NoPhoneReason,
  type PlacePrecision,
  type Zone,
} from '#contracts';
import { IsInstant } from '#platform';

/** Largest amount in fen that is believed to be meant: 10 trillion yuan. */
const MOST_FEN = 1_000_000_000_000_000;

/** How well a point can be known by whoever gives it. */
const KNOWN_POINTS = ['exact', 'street'] as const satisfies readonly PlacePrecision[];

/** Who reports. Personal data: only the operators and units of the incident see it. */
export class ReporterRequest {
  /** Name as given. @example 王敏 */
  @IsString()
  @IsNotEmpty()
  @MaxLength(60)
  name!: string;

  /** Telephone number to call back; only where `noPhone` says why there is none may it be absent. @example 13800005102 */
  @IsOptional()
  @Matches(/^[0-9+\-() ]{3,24}$/)
  phone?: string;

  /** Why there is no number to call back. @example withheld */
  @IsOptional()
  @IsIn(NO_PHONE_REASONS)
  noPhone?: NoPhoneReason;

  /** Post in the enterprise, or relation to it. @example 仓库主管 */
  @IsOptional()
  @IsString()
  @MaxLength(60)
  role?: string;
}

/** Where it happened. WGS-84 degrees; without a point the address is located as well as it can be, and marked unverified. */
export class PlaceRequest {
  /** Address in words. @example 常州市武进区湖塘镇延政中路原料仓库 */
  @IsString()
  @IsNotEmpty()
  @MaxLength(300)
  address!: string;

  /** Degrees east of this very address, if they are known; never those of another one. @example 119.951 */
  @IsOptional()
  @IsNumber()
  @IsLongitude()
  longitude?: number;

  /** Degrees north; with `longitude` or not at all. @example 31.703 */
  @IsOptional()
  @IsNumber()
  @IsLatitude()
  latitude?: number;

  /** How well whoever reports knows the point. @example exact */
  @IsOptional()
  @IsIn(KNOWN_POINTS)
  precision?: (typeof KNOWN_POINTS)[number];

  /** Class of the surroundings, which decides the arrival limits; that of the jurisdiction by default. @example urban */
  @IsOptional()
  @IsIn(ZONES)
  zone?: Zone;
}

/** The only person of the enterprise who may be told, should the incident be or become restricted. */
export class SafeContactRequest {
  /** Account name. @example enterprise */
  @IsString()
  @Matches(/^[\w.@-]{1,64}$/)
  account!: string;
}

/** A report: one contact through one channel. */
export class ReportRequest {
  /** How the report came in; portal for enterprises, api for machines, phone for operators by default. @example phone */
  @IsOptional()
  @IsIn(CHANNELS)
  channel?: Channel;

  /** Code of the incident or service type. @example E101 */
  @Matches(/^[A-Z]\d{2,3}$/)
  type!: string;

  /** Directory id of the enterprise; an enterprise contact reports for the own enterprise only. */
  @IsOptional()
  @Matches(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
  enterpriseId?: string;

  /** Name of an enterprise that is not in the directory (operators). @example 湖塘塑料制品厂 */
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  enterpriseName?: string;

  @ValidateNested()
  @IsObject()
  @Type(() => ReporterRequest)
  reporter!: ReporterRequest;

  @ValidateNested()
  @IsObject()
  @Type(() => PlaceRequest)
  place!: PlaceRequest;

  /** Earliest moment at which it may have happened. @example 2026-05-20T22:00:00.000Z */
  @IsOptional()
  @IsInstant()
  occurredFrom?: string;

  /** Latest moment at which it may have happened. @example 2026-05-21T00:30:00.000Z */
  @IsOptional()
  @IsInstant()
  occurredTo?: string;

  /** When the report came in, if that was earlier than this request; at most 7 days back. @example 2026-05-21T00:40:00.000Z */
  @IsOptional()
  @IsInstant()
  receivedAt?: string;

  /** What happened, in the reporter's words. @example 上班发现原料仓库门锁被撬，铜料被盗 */
  @IsString()
  @IsNotEmpty()
  @MaxLength(5000)
  narrative!: string;

  /** Dangers and circumstances that triage looks at. @example ["in_progress"] */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(DANGER_FLAGS.length)
  @ArrayUnique()
  @IsIn(DANGER_FLAGS, { each: true })
  flags?: DangerFlag[];

  /** People gathered. @example 0 */
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(1_000_000)
  crowd?: number;

  /** People injured. @example 0 */
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(1_000_000)
  injured?: number;

  /** Loss as the reporter estimates it, integer fen. @example 4200000 */
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(MOST_FEN)
  estimatedLossFen?: number;

  /** Fields of the incident type; see `GET /api/v1/incident-types`. */
  @IsOptional()
  @IsObject()
  details?: Record<string, unknown>;

  /** An open incident that this is one more report of. */
  @IsOptional()
  @Matches(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
  relatesTo?: string;

  @IsOptional()
  @ValidateNested()
  @IsObject()
  @Type(() => SafeContactRequest)
  safeContact?: SafeContactRequest;
}
