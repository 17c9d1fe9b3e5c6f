import { messagingTables } from '#messaging';
import { auditMigrations, auditTables, type ServiceSchema, type StatedRows, type TableDef } from '#persistence';
import { contactTable, idempotencyKeys } from '#platform';
import { caseRecords, ledgerEntries, numberSequences, proposals, statedEntries } from './case.tables.js';
import { incidentFiles, unitFiles } from './incident-file.tables.js';
import { CreateCases1790000000000 } from './migrations/1790000000000-create-cases.js';
import { IndexFilesByState1798000000000 } from './migrations/1798000000000-index-files-by-state.js';
import { SplitFiles1799000000000 } from './migrations/1799000000000-split-files.js';
import { SeenInFiles1799100000000 } from './migrations/1799100000000-seen-in-files.js';
import { EndParts1801000000000 } from './migrations/1801000000000-end-parts.js';
import { ContactsInLowerCase1802000000000 } from './migrations/1802000000000-contacts-in-lower-case.js';
import { ProposeAndApprove1803000000000 } from './migrations/1803000000000-propose-and-approve.js';
import { KeepVersions1805000000000 } from './migrations/1805000000000-keep-versions.js';
import { ProposeAboutFiles1811000000000 } from './migrations/1811000000000-propose-about-files.js';
import { RingLawClocks1812000000000 } from './migrations/1812000000000-ring-law-clocks.js';
import { KnowContacts1813000000000 } from './migrations/1813000000000-know-contacts.js';
import { timelineEntries } from './timeline.tables.js';

const own = [
  incidentFiles,
  timelineEntries,
  unitFiles,
  caseRecords,
  ledgerEntries,
  proposals,
  numberSequences,
  contactTable,
  idempotencyKeys,
];

/** Everything the service keeps. */
export const casesSchema: ServiceSchema = {
  service: 'cases',
  stated: [statedEntries as unknown as StatedRows<never>],
  tables: [...(own as unknown as TableDef<never>[]), ...messagingTables, ...auditTables],
  migrations: [
    CreateCases1790000000000,
    ...auditMigrations,
    IndexFilesByState1798000000000,
    SplitFiles1799000000000,
    SeenInFiles1799100000000,
    EndParts1801000000000,
    ContactsInLowerCase1802000000000,
    ProposeAndApprove1803000000000,
    KeepVersions1805000000000,
    ProposeAboutFiles1811000000000,
    RingLawClocks1812000000000,
    KnowContacts1813000000000,
  ],
};
