import { IsInt, Max, Min } from 'class-validator';
import { Env, ServiceConfig } from '#platform';

/** What identity reads from its environment. */
export class IdentityConfig extends ServiceConfig {
  readonly service: string = 'identity';
  override port: number = 3005;

  /** Minutes a session lasts: a shift. */
  @Env('QIJING_SESSION_MINUTES')
  @IsInt()
  @Min(5)
  @Max(24 * 60)
  sessionMinutes: number = 8 * 60;

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
}
