import { IsBoolean, IsISO8601, IsOptional, IsString } from 'class-validator';
import { DomainEvent } from '../event.js';
import { WordList } from '../fields.js';
import { ACCOUNTS } from '../streams.js';
import { ROLES, type Role } from '../vocabulary.js';

/**
 * An account of an enterprise's contact as it is now. The newest one replaces all before it. Told of accounts that are or were
 * such a contact, and of no others; never anything by which somebody could sign in.
 */
export class AccountChanged extends DomainEvent {
  static override readonly type = 'account.changed.v1';
  static override readonly stream = ACCOUNTS;
  static override readonly source = 'identity';
  static override readonly description =
    'The account of an enterprise contact was added, changed, disabled or enabled, or is no contact any more.';

  @IsString() accountId!: string;
  /** The sign-in name in lower case, by which accounts are one; it never changes and is never given to another account. */
  @IsString() account!: string;
  /** What people call whoever holds it. */
  @IsString() name!: string;
  /** Roles in force. */
  @WordList(ROLES) roles!: Role[];
  @IsOptional() @IsString() enterpriseId?: string;
  @IsBoolean() disabled!: boolean;
  @IsISO8601() changedAt!: string;
}
