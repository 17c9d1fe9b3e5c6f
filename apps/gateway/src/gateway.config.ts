import { IsInt, IsString, IsUrl, Max, Min } from 'class-validator';
import { Env } from '#platform';
import { DEFAULT_PORT, defaultUpstream, type ServiceName } from './routes.js';

const IsAddress = (): PropertyDecorator => IsUrl({ require_tld: false, protocols: ['http'], require_protocol: true });

/** Settings of the gateway: where it listens, and `QIJING_UPSTREAM_<SERVICE>` for services that live elsewhere. */
export class GatewayConfig implements Record<ServiceName, string> {
  @Env('QIJING_PORT')
  @IsInt()
  @Min(0)
  @Max(65535)
  port: number = DEFAULT_PORT;

  /** Interface to listen on: it speaks plain http. */
  @Env('QIJING_HOST')
  @IsString()
  host: string = '127.0.0.1';

  /** Largest request body in bytes that goes on; a service reads less, by route. */
  @Env('QIJING_BODY_LIMIT')
  @IsInt()
  @Min(1024)
  @Max(64 * 1024 * 1024)
  bodyLimit: number = 1024 * 1024;

  @Env('QIJING_UPSTREAM_INTAKE')
  @IsAddress()
  intake: string = defaultUpstream('intake');

  @Env('QIJING_UPSTREAM_ROUTING')
  @IsAddress()
  routing: string = defaultUpstream('routing');

  @Env('QIJING_UPSTREAM_CASES')
  @IsAddress()
  cases: string = defaultUpstream('cases');

  @Env('QIJING_UPSTREAM_NOTIFICATIONS')
  @IsAddress()
  notifications: string = defaultUpstream('notifications');

  @Env('QIJING_UPSTREAM_IDENTITY')
  @IsAddress()
  identity: string = defaultUpstream('identity');
}
