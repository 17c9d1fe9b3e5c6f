import { bootstrapService } from '#platform';
import { RoutingConfig } from './routing.config.js';
import { RoutingModule } from './routing.module.js';

await bootstrapService(RoutingModule, RoutingConfig);
