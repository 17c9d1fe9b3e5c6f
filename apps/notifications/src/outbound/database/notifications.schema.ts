import { messagingTables } from '#messaging';
import { auditMigrations, auditTables, type ServiceSchema, type TableDef } from '#persistence';
import { CreateNotifications1790000000000 } from './migrations/1790000000000-create-notifications.js';
import { CreateDelivery1799000000001 } from './migrations/1799000000001-create-delivery.js';
import { KeepParts1801000000000 } from './migrations/1801000000000-keep-parts.js';
import { MoveFeed1799000000000 } from './migrations/1799000000000-move-feed.js';
import { NameContacts1802000000000 } from './migrations/1802000000000-name-contacts.js';
import { SeenOnAudiences1799100000000 } from './migrations/1799100000000-seen-on-audiences.js';
import { TellServicesApart1803000000000 } from './migrations/1803000000000-tell-services-apart.js';
import { deliveries, feed, feedCounter, incidentAudiences, notices } from './tables.js';

const own = [incidentAudiences, feedCounter, feed, notices, deliveries] as unknown as TableDef<never>[];

/** The database of the notification service. */
export const notificationsSchema: ServiceSchema = {
  service: 'notifications',
  tables: [...own, ...messagingTables, ...auditTables],
  migrations: [
    CreateNotifications1790000000000,
    ...auditMigrations,
    MoveFeed1799000000000,
    CreateDelivery1799000000001,
    SeenOnAudiences1799100000000,
    KeepParts1801000000000,
    NameContacts1802000000000,
    TellServicesApart1803000000000,
  ],
};
