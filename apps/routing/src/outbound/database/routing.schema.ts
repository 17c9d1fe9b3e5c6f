import { messagingTables } from '#messaging';
import { auditMigrations, auditTables, type ServiceSchema, type TableDef } from '#persistence';
import { idempotencyKeys } from '#platform';
import { assignments } from './assignment.table.js';
import { dispatches } from './dispatch.table.js';
import { gaps } from './gap.table.js';
import { CreateRouting1795000000000 } from './migrations/1795000000000-create-routing.js';
import { ClocksOnAssignments1799000000000 } from './migrations/1799000000000-clocks-on-assignments.js';
import { SeenOnDispatches1799100000000 } from './migrations/1799100000000-seen-on-dispatches.js';
import { responsePlans } from './response-plan.table.js';
import { units } from './unit.table.js';

/** Everything routing keeps. */
export const routingSchema: ServiceSchema = {
  service: 'routing',
  tables: [
    ...([units, dispatches, assignments, gaps, responsePlans, idempotencyKeys] as unknown as TableDef<never>[]),
    ...messagingTables,
    ...auditTables,
  ],
  migrations: [
    CreateRouting1795000000000,
    ...auditMigrations,
    ClocksOnAssignments1799000000000,
    SeenOnDispatches1799100000000,
  ],
};
