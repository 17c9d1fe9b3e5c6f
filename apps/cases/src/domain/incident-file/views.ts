import type {
  ActorFact,
  AssignmentState,
  BilingualText,
  DangerFlag,
  Discipline,
  IncidentState,
  LedgerFigures,
  PlacePrecision,
  Priority,
  ReporterFact,
  Sight,
} from '#contracts';
import { withMaskedAccounts } from '#domain-kit';
import { LedgerView, type LedgerEntryView } from '../loss-ledger/entry-view.js';
import { assignBy } from './assign-clock.js';
import { FileVersions } from './decision-version.js';
import { readersOf } from './events/index.js';
import { hasEnded } from './incident-states.js';
import {
  FiledCaseFacts,
  FiledDispatch,
  firstReport,
  IncidentFile,
  leadAssignment,
  nobodySent,
  type FiledCaseName,
  type FiledReport,
} from './incident-file.js';

/** One line of the timeline, ordered by when it happened. */
export class TimelineLineView {
  at!: string;
  recordedAt!: string;
  /** The service that told. */
  source!: string;
  /** The publisher's number for the event, from 1 per incident: what the live feed calls its version. */
  sequence!: number;
  /** The type of the event. */
  type!: string;
  text!: BilingualText;
  by?: ActorFact;
}

/** A slot that nobody fills. */
export class FiledGap {
  slot!: number;
  discipline!: Discipline;
  reason?: BilingualText;
  /** Since when nobody fills it. */
  since?: string;
}

/** The dispatch decision, who fills its slots, and which nobody fills. */
export class FiledDispatchView extends FiledDispatch {
  gaps!: FiledGap[];
}

/** The case of an incident with its ledger. */
export class FiledCaseView extends FiledCaseFacts {
  ledger!: LedgerView;
}

/** A unit in short. */
export class FiledUnitName {
  id!: string;
  name!: string;
}

/** A unit in a list of files, with where its assignment stands. */
export class FiledUnitState extends FiledUnitName {
  state!: AssignmentState;
}

/** Everything about one incident, as police see it. */
export class IncidentFileView extends IncidentFile {
  override dispatch?: FiledDispatchView;
  override case?: FiledCaseView;
  /** Who reported first. Personal data; the phone is empty for readers who judge work and do not call. */
  reporter!: ReporterFact;
  /** What was told first. */
  narrative!: string;
  leadUnit?: FiledUnitName;
  timeline!: TimelineLineView[];
  /** What a decision about it names in `If-Match`. */
  versions!: FileVersions;
}

/** Code and name of an incident type. */
export class FiledTypeName {
  /** @example E101 */
  code!: string;
  name!: BilingualText;
}

/** Address and position, WGS-84 degrees. */
export class FiledAddress {
  address!: string;
  longitude!: number;
  latitude!: number;
  /** Six-digit administrative division (GB/T 2260). */
  district!: string;
  /** How well the point is known; absent where it is exact. Nobody verified `site`, `town` and `unknown`. */
  precision?: PlacePrecision;
}

/** The enterprise of the incident, as far as it is known. */
export class FiledEnterpriseName {
  id?: string;
  name!: string;
}

/** The clock that runs out next. */
export class FileClockView {
  /** What is due: somebody must be sent, or a unit must acknowledge. */
  clock!: 'assign' | 'acknowledge';
  /** When it began. */
  from!: string;
  dueAt!: string;
  /** Whose clock it is; the desk's own while nobody was sent. */
  unit?: FiledUnitName;
}

/** One row of the list for police. */
export class IncidentFileSummary {
  incidentId!: string;
  number!: string;
  type!: FiledTypeName;
  priority!: Priority;
  state!: IncidentState;
  restricted!: boolean;
  receivedAt!: string;
  enterprise?: FiledEnterpriseName;
  place!: FiledAddress;
  leadUnit?: FiledUnitName;
  units!: FiledUnitState[];
  case?: FiledCaseName;
  flags!: DangerFlag[];
  insiderSuspected!: boolean;
  /** Reports of the incident, the first included. */
  reportCount!: number;
  /** People gathered, and people hurt. */
  crowd!: number;
  injured!: number;
  /** Slots that nobody fills. */
  gapCount!: number;
  /** Absent while no clock runs. */
  nextClock?: FileClockView;
}

const NOTHING: LedgerFigures = {
  reportedFen: 0,
  verifiedFen: 0,
  heldFen: 0,
  recoveredFen: 0,
  returnedFen: 0,
  outstandingFen: 0,
  provisional: true,
};

const leadUnitOf = (file: IncidentFile): FiledUnitName | undefined => {
  const unit = leadAssignment(file)?.unit;
  return unit && { id: unit.id, name: unit.name };
};

function gapsOf({ slots, plannedAt }: FiledDispatch): FiledGap[] {
  return slots
    .filter(({ assignmentId }) => assignmentId === undefined)
    .map(({ slot, discipline, gapReason, gapSince = plannedAt }) => ({
      slot,
      discipline,
      ...(gapReason && { reason: gapReason }),
      since: gapSince,
    }));
}

/** How much police see of a file, and whether bank accounts are whole. */
export interface PoliceSight {
  readonly sight: Extract<Sight, 'full' | 'no-phone'>;
  readonly accounts: boolean;
}

/** The whole file with its timeline and ledger entries. */
export function fullFile(
  file: IncidentFile,
  versions: FileVersions,
  { sight, accounts }: PoliceSight,
  timeline: TimelineLineView[],
  entries: LedgerEntryView[],
): IncidentFileView {
  const { case: filed, dispatch, ...shown } = sight === 'full' ? file : withoutPhones(file);
  const { reporter, narrative } = firstReport(shown);
  const leadUnit = leadUnitOf(file);
  const { figures = NOTHING, ...caseFacts } = filed ?? {};
  return {
    ...shown,
    ...(!accounts && { details: withMaskedAccounts(shown.details), reports: shown.reports.map(withoutAccounts) }),
    reporter,
    narrative,
    ...(dispatch && { dispatch: { ...dispatch, gaps: gapsOf(dispatch) } }),
    ...(filed && { case: { ...(caseFacts as FiledCaseFacts), ledger: { figures, entries } } }),
    ...(leadUnit && { leadUnit }),
    timeline: timeline.filter(({ type }) => readersOf(type).includes(sight)),
    versions,
  };
}

/** A report with the bank accounts in it masked. */
const withoutAccounts = (report: FiledReport): FiledReport => ({
  ...report,
  ...(report.details && { details: withMaskedAccounts(report.details) }),
});

/** Takes the telephones of reporters out: leaders judge work, they do not call. */
function withoutPhones(file: IncidentFile): IncidentFile {
  const silent = (report: FiledReport): FiledReport => ({ ...report, reporter: { ...report.reporter, phone: '' } });
  return { ...file, reports: file.reports.map(silent) };
}

/** Assignments in these states have not been acknowledged: their clock runs, also while a release is asked for. */
const UNACKNOWLEDGED = new Set<AssignmentState>(['ISSUED', 'DECLINE_REQUESTED']);

function nextClockOf(file: IncidentFile): FileClockView | undefined {
  const { assignments } = file;
  if (nobodySent(file)) return { clock: 'assign', from: file.receivedAt, dueAt: assignBy(file) };
  const running = assignments.filter(
    ({ state, acknowledgedAt }) => UNACKNOWLEDGED.has(state) && acknowledgedAt === undefined,
  );
  const [first] = running.sort((a, b) => a.acknowledgeBy.localeCompare(b.acknowledgeBy));
  if (!first) return undefined;
  const { issuedAt, acknowledgeBy, unit } = first;
  return { clock: 'acknowledge', from: issuedAt, dueAt: acknowledgeBy, unit: { id: unit.id, name: unit.name } };
}

/** A file in a list of police. */
export function summarise(file: IncidentFile): IncidentFileSummary {
  const { incidentId, number, type, priority, state, restricted, receivedAt, enterprise, place } = file;
  const leadUnit = leadUnitOf(file);
  const nextClock = hasEnded(state) ? undefined : nextClockOf(file);
  return {
    incidentId,
    number,
    type: { code: type.code, name: type.name },
    priority,
    state,
    restricted,
    receivedAt,
    ...(enterprise && { enterprise: { name: enterprise.name, ...(enterprise.id && { id: enterprise.id }) } }),
    place: {
      address: place.address,
      longitude: place.longitude,
      latitude: place.latitude,
      district: place.district,
      ...(place.precision && { precision: place.precision }),
    },
    ...(leadUnit && { leadUnit }),
    units: file.assignments.map(({ unit, state: standing }) => ({ id: unit.id, name: unit.name, state: standing })),
    ...(file.case && { case: { caseId: file.case.caseId, number: file.case.number, state: file.case.state } }),
    flags: file.flags,
    crowd: file.crowd,
    injured: file.injured,
    insiderSuspected: file.insiderSuspected,
    reportCount: file.reports.length,
    gapCount: file.dispatch ? gapsOf(file.dispatch).length : 0,
    ...(nextClock && { nextClock }),
  };
}
