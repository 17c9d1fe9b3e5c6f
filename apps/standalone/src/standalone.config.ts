import { IsBoolean } from 'class-validator';
import { Env, ServiceConfig, type LogLevel } from '#platform';

/** Settings of the process that runs everything. */
export class StandaloneConfig extends ServiceConfig {
  readonly service = 'standalone';
  override readonly allServices = true;
  override profile: 'embedded' | 'cluster' = 'embedded';
  /** Quiet by default: people read the terminal. */
  override logLevel: LogLevel = 'warn';

  /** Fill the demo (invented firms, units, accounts) at start. Refused in production whatever this says. */
  @Env('QIJING_DEMO')
  @IsBoolean()
  demo: boolean = true;
}
