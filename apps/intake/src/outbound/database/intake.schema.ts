import { messagingTables } from '#messaging';
import { auditMigrations, auditTables, type ServiceSchema, type TableDef } from '#persistence';
import { contactTable, idempotencyKeys } from '#platform';
import { enterpriseTable } from './enterprise.table.js';
import { incidentTable } from './incident.table.js';
import { jurisdictionTable } from './jurisdiction.table.js';
import { reportTable } from './report.table.js';
import { sequenceTable } from './sequence.table.js';
import { CreateIntake1795000000000 } from './migrations/1795000000000-create-intake.js';
import { FoldNames1821000000000 } from './migrations/1821000000000-fold-names.js';
import { KeepHandling1806000000000 } from './migrations/1806000000000-keep-handling.js';
import { KeepSafeContact1801000000000 } from './migrations/1801000000000-keep-safe-contact.js';
import { CountPublished1799000000000 } from './migrations/1799000000000-count-published.js';
import { KeepFacts1802000000000 } from './migrations/1802000000000-keep-facts.js';
import { KnowContacts1808000000000 } from './migrations/1808000000000-know-contacts.js';
import { HoldReports1822000000000 } from './migrations/1822000000000-hold-reports.js';
import { AddEnterprisePosition1796000000000 } from './migrations/1796000000000-add-enterprise-position.js';

/** Everything intake keeps. */
export const intakeSchema: ServiceSchema = {
  service: 'intake',
  tables: [
    ...([
      reportTable,
      incidentTable,
      enterpriseTable,
      jurisdictionTable,
      sequenceTable,
      contactTable,
      idempotencyKeys,
    ] as unknown as TableDef<never>[]),
    ...messagingTables,
    ...auditTables,
  ],
  migrations: [
    CreateIntake1795000000000,
    AddEnterprisePosition1796000000000,
    ...auditMigrations,
    CountPublished1799000000000,
    KeepSafeContact1801000000000,
    KeepFacts1802000000000,
    KeepHandling1806000000000,
    KnowContacts1808000000000,
    FoldNames1821000000000,
    HoldReports1822000000000,
  ],
};
