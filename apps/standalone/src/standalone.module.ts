import { Module } from '@nestjs/common';
import { CasesModule } from '../../cases/src/cases.module.js';
import { IdentityModule } from '../../identity/src/identity.module.js';
import { IntakeModule } from '../../intake/src/intake.module.js';
import { NotificationsModule } from '../../notifications/src/notifications.module.js';
import { RoutingModule } from '../../routing/src/routing.module.js';
import { WebPages } from './web/web-pages.js';

/** Every service of the product, in the order data travels. Each keeps its own database and talks to the others by events. */
export const SERVICE_MODULES = {
  intake: IntakeModule,
  routing: RoutingModule,
  cases: CasesModule,
  notifications: NotificationsModule,
  identity: IdentityModule,
};

/** All services in one process, and the pages that people use. */
@Module({ imports: Object.values(SERVICE_MODULES), providers: [WebPages] })
export class StandaloneModule {}
