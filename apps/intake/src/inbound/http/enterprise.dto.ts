import { ArrayMaxSize, ArrayUnique, IsArray, IsOptional, Matches } from 'class-validator';
import { Line, Prose, Part, Parts } from '#contracts';
import { IsPhone, PageQuery } from '#platform';
import { PositionRequest } from './position.dto.js';

/** A person of the enterprise who may be called. Personal data. */
export class ContactRequest {
  /** @example 王敏 */
  @Line(60)
  name!: string;

  /** @example 13800005102 */
  @IsPhone()
  phone!: string;

  /** @example 安保负责人 */
  @IsOptional()
  @Line(60, { mayBeBlank: true })
  role?: string;
}

/** What a directory entry may tell beside its name. */
class EnterpriseFields {
  /** Unified social credit code (GB 32100): 18 characters of either width and case; blanks and dashes are put right. @example 91320412MA0000015L */
  @IsOptional()
  @Line(40)
  uscc?: string;

  /** Why a code whose check digit is wrong is right all the same; required for such a code. */
  @IsOptional()
  @Prose(200)
  usccOverride?: string;

  /** Tier and risk tags. Tiers never touch priority. @example ["key", "hazmat"] */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @ArrayUnique()
  @Matches(/^[a-z][a-z0-9_]{0,39}$/, { each: true })
  tags?: string[];

  /** @example 常州市武进区湖塘镇延政中路1号 */
  @IsOptional()
  @Line(300, { mayBeBlank: true })
  address?: string;

  /** Where the address is: the place of the enterprise's reports unless they say otherwise. */
  @IsOptional()
  @Part(() => PositionRequest)
  position?: PositionRequest;

  @IsOptional()
  @ArrayMaxSize(20)
  @Parts(() => ContactRequest)
  contacts?: ContactRequest[];

  /** Account of the liaison officer (警企联络员). */
  @IsOptional()
  @Matches(/^[\w.@-]{1,64}$/)
  liaison?: string;
}

/** A new directory entry. */
export class EnterpriseRequest extends EnterpriseFields {
  /** Registered name. @example 武进精铜材料有限公司 */
  @Line(200)
  name!: string;
}

/** What is to change of a directory entry; absent fields stay as they are. */
export class EnterprisePatch extends EnterpriseFields {
  /** Registered name. @example 武进精铜材料有限公司 */
  @IsOptional()
  @Line(200)
  name?: string;
}

/** Filters of the directory list. */
export class EnterpriseQuery extends PageQuery {
  /** Part of a name, or a whole code. @example 精铜 */
  @IsOptional()
  @Line(100, { mayBeBlank: true })
  search?: string;
}
