import type { CaseKind, IncidentState, LawClockWait, Priority } from '#contracts';
import { seenColumn, type SeenRow } from '#messaging';
import { column, defineTable } from '#persistence';
import type { FiledReports } from '../../domain/incident-file/filed-reports.js';
import type { FiledDispatch, FiledProgress } from '../../domain/incident-file/incident-file.js';

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

/**
 * A unit with a standing part in the incident that does not lead it, or one that is informed: the lead is in the file's own
 * row. The key is the order in which a unit's list is read.
 */
export interface UnitFileRow {
  unitId: string;
  receivedAt: Date;
  incidentId: string;
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

export const unitFiles = defineTable<UnitFileRow>(
  'unit_file',
  { unitId: column.id(), receivedAt: column.time(), incidentId: column.id() },
  { primary: ['unitId', 'receivedAt', 'incidentId'] },
);
