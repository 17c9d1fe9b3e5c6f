import { IsArray, IsISO8601, IsOptional, IsString } from 'class-validator';
import { DomainEvent } from '../event.js';
import { ENTERPRISES } from '../streams.js';

/** A directory entry as it is now. The newest one replaces all before it. */
export class EnterpriseChanged extends DomainEvent {
  static override readonly type = 'enterprise.changed.v1';
  static override readonly stream = ENTERPRISES;
  static override readonly source = 'intake';
  static override readonly description = 'An enterprise was entered in the directory or changed there.';

  @IsString() enterpriseId!: string;
  @IsString() name!: string;
  @IsOptional() @IsString() uscc?: string;
  /** Tier and risk tags; tiers never touch priority. */
  @IsArray() @IsString({ each: true }) tags!: string[];
  @IsISO8601() changedAt!: string;
}
