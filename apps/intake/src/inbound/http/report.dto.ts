import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  Matches,
  Max,
  Min,
} from 'class-validator';
import { CHANNELS, DANGER_FLAGS, Line, Prose, type Channel, type DangerFlag, Part } from '#contracts';
import { IsInstant } from '#platform';
import { MOST_FEN } from '../../domain/incident-types/fields.js';
import { PlaceRequest } from './place.dto.js';
import { ReporterRequest, SafeContactRequest } from './reporter.dto.js';

/** A report: one contact through one channel. */
export class ReportRequest {
  /**
   * How the report came in, among the ways of who sends it: portal for enterprises; api, alarm_panel or partner for machines;
   * all others for operators. @example phone
   */
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
  @Line(200)
  enterpriseName?: string;

  @Part(() => ReporterRequest)
  reporter!: ReporterRequest;

  @Part(() => PlaceRequest)
  place!: PlaceRequest;

  /** Earliest moment at which it may have happened. @example 2026-05-20T22:00:00.000Z */
  @IsOptional()
  @IsInstant()
  occurredFrom?: string;

  /** Latest moment at which it may have happened. @example 2026-05-21T00:30:00.000Z */
  @IsOptional()
  @IsInstant()
  occurredTo?: string;

  /** When the report came in, if that was earlier than this request (operators and machines); at most 7 days back. @example 2026-05-21T00:40:00.000Z */
  @IsOptional()
  @IsInstant()
  receivedAt?: string;

  /** What happened, in the reporter's words. @example 上班发现原料仓库门锁被撬，铜料被盗 */
  @Prose(5000)
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
  @Part(() => SafeContactRequest)
  safeContact?: SafeContactRequest;
}
