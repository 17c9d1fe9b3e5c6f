import { IsInt, IsOptional, Matches, Max, Min } from 'class-validator';
import { Env, LONGEST_SESSION_MINUTES, ServiceConfig, type ConfigFault } from '#platform';

/** What identity reads from its environment. */
export class IdentityConfig extends ServiceConfig {
  readonly service: string = 'identity';
  override port: number = 3005;

  /** Minutes a session lasts: a shift. */
  @Env('QIJING_SESSION_MINUTES')
  @IsInt()
  @Min(5)
  @Max(LONGEST_SESSION_MINUTES)
  sessionMinutes: number = LONGEST_SESSION_MINUTES;

  /** Minutes after which a session that nobody uses ends (GB/T 22239-2019, level 3); 0: never. */
  @Env('QIJING_IDLE_MINUTES')
  @IsInt()
  @Min(0)
  @Max(24 * 60)
  idleMinutes: number = 15;

  /** The same for those who wait for alarms, at the desk and in units; 0: never. */
  @Env('QIJING_WATCH_IDLE_MINUTES')
  @IsInt()
  @Min(0)
  @Max(24 * 60)
  watchIdleMinutes: number = 0;

  /** Days after which another password is demanded; 0: never. */
  @Env('QIJING_PASSWORD_DAYS')
  @IsInt()
  @Min(0)
  @Max(3650)
  passwordDays: number = 90;

  /** Days after which an account that nobody used is disabled; 0: never. */
  @Env('QIJING_UNUSED_DAYS')
  @IsInt()
  @Min(0)
  @Max(3650)
  unusedDays: number = 90;

  /** Hours for which a one-time secret works. */
  @Env('QIJING_RESET_HOURS')
  @IsInt()
  @Min(1)
  @Max(7 * 24)
  resetHours: number = 24;

  /** 32 random bytes in base64 that the signing key is sealed with; kept apart from the database. */
  @Env('QIJING_KEY', { secret: true })
  @IsOptional()
  @Matches(/^[A-Za-z0-9+/_-]{43}=?$/, { message: 'key must be 32 random bytes in base64: openssl rand -base64 32' })
  key?: string;

  /** Production has no signing key that lies in clear, or beside what opens it. */
  serviceCheck(): ConfigFault[] {
    if (!this.production || this.key !== undefined) return [];
    return [{ name: 'QIJING_KEY', value: '(not set)', expected: HOW_TO_MAKE_A_KEY }];
  }
}

/** What whoever starts production is told. */
export const HOW_TO_MAKE_A_KEY =
  'a key of 32 random bytes that is kept apart from the database: openssl rand -base64 32 > FILE, then QIJING_KEY_FILE=FILE';
