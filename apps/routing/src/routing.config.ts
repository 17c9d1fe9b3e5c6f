import { ServiceConfig } from '#platform';

/** Settings of the dispatch service. */
export class RoutingConfig extends ServiceConfig {
  readonly service = 'routing';
  override port = 3002;
}
