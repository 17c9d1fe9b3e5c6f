import { IsIn, IsOptional, Matches } from 'class-validator';
import { NO_PHONE_REASONS, Line, type NoPhoneReason } from '#contracts';
import { IsPhone } from '#platform';

/** Who reports. Personal data: only the operators and units of the incident see it. */
export class ReporterRequest {
  /** Name as given. @example 王敏 */
  @Line(60)
  name!: string;

  /** Telephone number to call back; only where `noPhone` says why there is none may it be absent. @example 13800005102 */
  @IsOptional()
  @IsPhone()
  phone?: string;

  /** Why there is no number to call back. @example withheld */
  @IsOptional()
  @IsIn(NO_PHONE_REASONS)
  noPhone?: NoPhoneReason;

  /** Post in the enterprise, or relation to it. @example 仓库主管 */
  @IsOptional()
  @Line(60, { mayBeBlank: true })
  role?: string;
}

/** The only person of the enterprise who may be told, should the incident be or become restricted. */
export class SafeContactRequest {
  /** Account name. @example enterprise */
  @Matches(/^[\w.@-]{1,64}$/)
  account!: string;
}
