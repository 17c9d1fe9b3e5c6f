import type { ServiceSchema } from '#persistence';
import { casesSchema } from '../../cases/src/outbound/database/cases.schema.js';
import { identitySchema } from '../../identity/src/outbound/database/identity.schema.js';
import { intakeSchema } from '../../intake/src/outbound/database/intake.schema.js';
import { notificationsSchema } from '../../notifications/src/outbound/database/notifications.schema.js';
import { routingSchema } from '../../routing/src/outbound/database/routing.schema.js';

/** The databases of all services. */
export const SCHEMAS: readonly ServiceSchema[] = [
  intakeSchema,
  routingSchema,
  casesSchema,
  notificationsSchema,
  identitySchema,
];
