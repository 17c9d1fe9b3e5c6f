import { bootstrapService } from '#platform';
import { IdentityConfig } from './identity.config.js';
import { IdentityModule } from './identity.module.js';

await bootstrapService(IdentityModule, IdentityConfig);
