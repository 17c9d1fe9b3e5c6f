import { casesRoutes } from './cases-routes.js';
import { directoryRoutes } from './directory-routes.js';
import { fileRoutes } from './file-routes.js';
import { incidentRoutes } from './incident-routes.js';
import { intakeRoutes } from './intake-routes.js';
import { otherRoutes } from './other-routes.js';
import type { Route } from './routes.js';
import { proposalRoutes } from './proposal-routes.js';
import { routingRoutes } from './routing-routes.js';

/** The table of every route. Valid requests are made in this order. */
export const ROUTES: readonly Route[] = [
  ...intakeRoutes,
  ...incidentRoutes,
  ...directoryRoutes,
  ...routingRoutes,
  ...casesRoutes,
  ...proposalRoutes,
  ...fileRoutes,
  ...otherRoutes,
];
