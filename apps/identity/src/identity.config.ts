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
}
