import type { ActorFact, BilingualText, CaseKind, IncidentState, Priority } from '#contracts';
import { messagingTables, seenColumn, type SeenRow } from '#messaging';
import {
  auditTables,
  column,
  CreateAudit1797000000000,
  defineTable,
  type ServiceSchema,
  type TableDef,
} from '#persistence';
import { idempotencyKeys } from '#platform';
import type { CaseRecord } from '../../domain/case/case-view.js';
import type { FiledDispatch, FiledProgress, FiledReports } from '../../domain/incident-file/incident-file.js';
import type { Proposal } from '../../domain/proposal/proposal.js';
import type { PostedEntry } from '../../domain/loss-ledger/entry-view.js';
import { CreateCases1790000000000 } from './migrations/1790000000000-create-cases.js';
import { IndexFilesByState1798000000000 } from './migrations/1798000000000-index-files-by-state.js';
import { ProposeAndApprove1803000000000 } from './migrations/1803000000000-propose-and-approve.js';
import { SplitFiles1799000000000 } from './migrations/1799000000000-split-files.js';
import { KeepVersions1805000000000 } from './migrations/1805000000000-keep-versions.js';
import { SeenInFiles1799100000000 } from './migrations/1799100000000-seen-in-files.js';
import { ContactsInLowerCase1802000000000 } from './migrations/1802000000000-contacts-in-lower-case.js';
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

/** A case, with the version that guards it. */
export interface CaseRow extends CaseRecord {
  enterpriseId?: string;
  version: number;
}

/** An entry of a loss ledger; written once. Amounts in integer fen. */
export interface LedgerEntryRow extends PostedEntry {
  caseId: string;
}

/** A proposal about a case, with the version that guards it. */
export interface ProposalRow extends Proposal {
  version: number;
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

export const caseRecords = defineTable<CaseRow>(
  'case_record',
  {
    id: column.id(),
    incidentId: column.id(),
    number: column.text(40),
    kind: column.text(20),
    state: column.text(20),
    enterpriseId: column.id().nullable(),
    registeredAt: column.time(),
    filedAt: column.time().nullable(),
    reconsiderations: column.int().nullable(),
    stopDueAt: column.time().nullable(),
    suspects: column.json(),
    version: column.int(),
  },
  { primary: ['id'], unique: [['number'], ['incidentId']], index: [['stopDueAt', 'id']] },
);

export const ledgerEntries = defineTable<LedgerEntryRow>(
  'ledger_entry',
  {
    id: column.id(),
    caseId: column.id(),
    line: column.int(),
    kind: column.text(20),
    amountFen: column.bigint(),
    notedFen: column.bigint().nullable(),
    holding: column.text(40).nullable(),
    reverses: column.id().nullable(),
    method: column.text(200).nullable(),
    approvalRef: column.text(120).nullable(),
    exceptionCode: column.text(60).nullable(),
    note: column.text(1000).nullable(),
    occurredAt: column.time(),
    recordedAt: column.time(),
    by: column.json(),
    expiresAt: column.time().nullable(),
    reversedKind: column.text(20).nullable(),
    approvedBy: column.json().nullable(),
  },
  { primary: ['id'], unique: [['caseId', 'line'], ['reverses']] },
);

export const proposals = defineTable<ProposalRow>(
  'proposal',
  {
    id: column.id(),
    caseId: column.id(),
    incidentId: column.id(),
    act: column.text(20),
    state: column.text(20),
    waitsFor: column.text(20).nullable(),
    needsLegal: column.bool(),
    ruleVersion: column.text(40),
    basis: column.text(2000),
    entry: column.json().nullable(),
    occurredAt: column.text(30).nullable(),
    steps: column.json(),
    version: column.int(),
  },
  { primary: ['id'], index: [['waitsFor', 'id'], ['caseId']] },
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
  ],
};
