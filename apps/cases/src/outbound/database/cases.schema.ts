import type { ActorFact, BilingualText, CaseKind, IncidentState, LawClockWait, Priority } from '#contracts';
import { messagingTables, seenColumn, type SeenRow } from '#messaging';
import {
  auditTables,
  column,
  CreateAudit1797000000000,
  defineTable,
  type ServiceSchema,
  type TableDef,
} from '#persistence';
import { contactTable, idempotencyKeys } from '#platform';
import type { FiledDispatch, FiledProgress, FiledReports } from '../../domain/incident-file/incident-file.js';
import { caseRecords, ledgerEntries, proposals } from './case.tables.js';
import { CreateCases1790000000000 } from './migrations/1790000000000-create-cases.js';
import { IndexFilesByState1798000000000 } from './migrations/1798000000000-index-files-by-state.js';
import { ProposeAndApprove1803000000000 } from './migrations/1803000000000-propose-and-approve.js';
import { SplitFiles1799000000000 } from './migrations/1799000000000-split-files.js';
import { ProposeAboutFiles1811000000000 } from './migrations/1811000000000-propose-about-files.js';
import { KeepVersions1805000000000 } from './migrations/1805000000000-keep-versions.js';
import { SeenInFiles1799100000000 } from './migrations/1799100000000-seen-in-files.js';
import { ContactsInLowerCase1802000000000 } from './migrations/1802000000000-contacts-in-lower-case.js';
import { RingLawClocks1812000000000 } from './migrations/1812000000000-ring-law-clocks.js';
import { KnowContacts1813000000000 } from './migrations/1813000000000-know-contacts.js';
import { EndParts1801000000000 } from './migrations/1801000000000-end-parts.js';

/**
 * The file of one incident; id = incident id. Its three documents change apart, so that an act of a unit rewrites only what
 * acts change; the other columns are what lists filter and scope by.
 */
export interface IncidentFileRow extends SeenRow {
  number: string;
  state: IncidentState;
  priority: Priority;
  restricted: boolean;
  /** Account that may be told although the incident is restricted. */
  safeContact?: string;
  enterpriseId?: string;
  /** Account that filed the first report. */
  reporterAccountId?: string;
  leadUnitId?: string;
  caseKind?: CaseKind;
  receivedAt: Date;
  /** When the clock of the law that runs says something next. */
  ringsAt?: Date;
  /** Who has to act before the limit whose clock has begun to ring. */
  ringsFor?: LawClockWait;
  report: FiledReports;
  /** Absent until units are dispatched. */
  dispatch?: FiledDispatch;
  progress: FiledProgress;
  /** The newest event of intake that is in the file. */
  intakeVersion: number;
  /** How often something has changed that decisions rest on. */
  decisions: number;
  /** Events that this service has published about the incident; their sequence. */
  published: number;
  /** Guards the row: moves with every change, also by events of other services. */
  version: number;
}

/** What the timeline says about one event. */
export interface TimelineDoc {
  text: BilingualText;
  by?: ActorFact;
  /** The version of decisions about the file since then; absent where they stand. */
  version?: number;
}

/** One line of the timeline; written once. */
export interface TimelineRow {
  incidentId: string;
  source: string;
  sequence: number;
  type: string;
  /** When it happened; a late report sorts here. */
  at: Date;
  /** When it became known. */
  recordedAt: Date;
  doc: TimelineDoc;
}

/**
 * A unit with a standing part in the incident that does not lead it, or one that is informed: the lead is in the file's own
 * row. The key is the order in which a unit's list is read.
 */
export interface UnitFileRow {
  unitId: string;
  receivedAt: Date;
  incidentId: string;
}

/** The next serial of the numbers with one prefix. */
export interface NumberSequenceRow {
  id: string;
  nextSerial: number;
}

export const incidentFiles = defineTable<IncidentFileRow>(
  'incident_file',
  {
    id: column.id(),
    number: column.text(40),
    state: column.text(20),
    priority: column.text(4),
    restricted: column.bool(),
    safeContact: column.text(80).nullable(),
    enterpriseId: column.id().nullable(),
    reporterAccountId: column.id().nullable(),
    leadUnitId: column.id().nullable(),
    caseKind: column.text(20).nullable(),
    receivedAt: column.time(),
    ringsAt: column.time().nullable(),
    ringsFor: column.text(20).nullable(),
    report: column.json().nullable(),
    dispatch: column.json().nullable(),
    progress: column.json(),
    intakeVersion: column.int().nullable(),
    decisions: column.int().nullable(),
    published: column.int(),
    version: column.int(),
    seen: seenColumn,
  },
  {
    primary: ['id'],
    index: [
      ['receivedAt', 'id'],
      ['state', 'receivedAt', 'id'],
      ['enterpriseId', 'receivedAt', 'id'],
      ['reporterAccountId', 'receivedAt', 'id'],
      ['leadUnitId', 'receivedAt', 'id'],
      ['caseKind', 'receivedAt', 'id'],
      ['ringsFor', 'receivedAt', 'id'],
      ['ringsAt', 'id'],
    ],
  },
);

export const timelineEntries = defineTable<TimelineRow>(
  'timeline_entry',
  {
    incidentId: column.id(),
    source: column.text(20),
    sequence: column.int(),
    type: column.text(80),
    at: column.time(),
    recordedAt: column.time(),
    doc: column.json(),
  },
  { primary: ['incidentId', 'source', 'sequence'] },
);

export const unitFiles = defineTable<UnitFileRow>(
  'unit_file',
  { unitId: column.id(), receivedAt: column.time(), incidentId: column.id() },
  { primary: ['unitId', 'receivedAt', 'incidentId'] },
);

export const numberSequences = defineTable<NumberSequenceRow>(
  'number_sequence',
  { id: column.id(), nextSerial: column.int() },
  { primary: ['id'] },
);

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
  tables: [...(own as unknown as TableDef<never>[]), ...messagingTables, ...auditTables],
  migrations: [
    CreateCases1790000000000,
    CreateAudit1797000000000,
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
