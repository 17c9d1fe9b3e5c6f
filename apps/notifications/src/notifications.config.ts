import { IsInt, Max, Min } from 'class-validator';
import { Env, ServiceConfig } from '#platform';

/** Settings of the notification service. */
export class NotificationsConfig extends ServiceConfig {
  readonly service = 'notifications';

  @Env('QIJING_PORT')
  @IsInt()
  @Min(0)
  @Max(65535)
  override port: number = 3004;

  /** Hours for which a feed can be resumed without a gap. */
  @Env('QIJING_FEED_HOURS')
  @IsInt()
  @Min(1)
  @Max(24 * 30)
  feedHours: number = 24;

  /** Live connections that one account may keep open to one process. */
  @Env('QIJING_STREAMS_PER_ACCOUNT')
  @IsInt()
  @Min(1)
  @Max(1000)
  streamsPerAccount: number = 8;
}
