import type { ActorFact, AssignmentState, BilingualText, LedgerFigures, ReporterFact } from '#contracts';
import type { Sight } from './access.js';
import { readersOf } from './events/index.js';
import { hasEnded } from './incident-states.js';
import { leadAssignment, type FiledDispatch, type FiledReport, type IncidentFile } from './incident-file.js';

/** One line of the timeline, ordered by when it happened. */
export interface TimelineLine {
  at: string;
  recordedAt: string;
  source: string;
  /** The publisher's number for the event, from 1 per incident: what the live feed calls its version. */
  sequence: number;
  type: string;
  text: BilingualText;
  by?: ActorFact;
}

/** A slot that nobody fills. */
export interface Gap {
  slot: number;
  discipline: string;
  reason?: BilingualText;
}

/** The file as police see it. */
export interface FullFile extends Omit<IncidentFile, 'case' | 'dispatch'> {
  dispatch?: FiledDispatch & { gaps: Gap[] };
  case?: Omit<NonNullable<IncidentFile['case']>, 'figures'> & {
    ledger: { figures: LedgerFigures; entries: unknown[] };
  };
  /** Who reported first, and what they told. */
  reporter: ReporterFact;
  narrative: string;
  leadUnit?: { id: string; name: string };
  timeline: TimelineLine[];
}

/** The clock that runs out next. */
export interface NextClock {
  clock: 'acknowledge';
  from: string;
  dueAt: string;
  unit: { id: string; name: string };
}

/** One row of a list for police. */
export interface FileSummary {
  incidentId: string;
  number: string;
  type: { code: string; name: BilingualText };
  priority: string;
  state: string;
  restricted: boolean;
  receivedAt: string;
  enterprise?: { id?: string; name: string };
  place: { address: string; longitude: number; latitude: number; district: string };
  leadUnit?: { id: string; name: string };
  units: { id: string; name: string; state: string }[];
  case?: { caseId: string; number: string; state: string };
  flags: string[];
  insiderSuspected: boolean;
  /** Reports of the incident, the first included. */
  reportCount: number;
  /** Slots that nobody fills. */
  gapCount: number;
  /** Absent while no clock runs. */
  nextClock?: NextClock;
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

const leadUnitOf = (file: IncidentFile): { id: string; name: string } | undefined => {
  const unit = leadAssignment(file)?.unit;
  return unit && { id: unit.id, name: unit.name };
};

function gapsOf({ slots }: FiledDispatch): Gap[] {
  return slots
    .filter(({ assignmentId }) => assignmentId === undefined)
    .map(({ slot, discipline, gapReason }) => ({ slot, discipline, ...(gapReason && { reason: gapReason }) }));
}

/** The whole file with its timeline and ledger entries. */
export function fullFile(
  file: IncidentFile,
  sight: Exclude<Sight, 'redacted'>,
  timeline: TimelineLine[],
  entries: unknown[],
): FullFile {
  const { case: filed, dispatch, ...shown } = sight === 'full' ? file : withoutPhones(file);
  const [{ reporter, narrative }] = shown.reports;
  const leadUnit = leadUnitOf(file);
  const { figures = NOTHING, ...caseFacts } = filed ?? {};
  return {
    ...shown,
    reporter,
    narrative,
    ...(dispatch && { dispatch: { ...dispatch, gaps: gapsOf(dispatch) } }),
    ...(filed && { case: { ...(caseFacts as Omit<typeof filed, 'figures'>), ledger: { figures, entries } } }),
    ...(leadUnit && { leadUnit }),
    timeline: timeline.filter(({ type }) => readersOf(type).includes(sight)),
  };
}

/** Takes the telephones of reporters out: leaders judge work, they do not call. */
function withoutPhones(file: IncidentFile): IncidentFile {
  const silent = (report: FiledReport): FiledReport => ({ ...report, reporter: { ...report.reporter, phone: '' } });
  const [first, ...more] = file.reports;
  return { ...file, reports: [silent(first), ...more.map(silent)] };
}

/** Assignments in these states have not been acknowledged: their clock runs, also while a release is asked for. */
const UNACKNOWLEDGED = new Set<AssignmentState>(['ISSUED', 'DECLINE_REQUESTED']);

function nextClockOf({ assignments }: IncidentFile): NextClock | undefined {
  const running = assignments.filter(
    ({ state, acknowledgedAt }) => UNACKNOWLEDGED.has(state) && acknowledgedAt === undefined,
  );
  const [first] = running.sort((a, b) => a.acknowledgeBy.localeCompare(b.acknowledgeBy));
  if (!first) return undefined;
  const { issuedAt, acknowledgeBy, unit } = first;
  return { clock: 'acknowledge', from: issuedAt, dueAt: acknowledgeBy, unit: { id: unit.id, name: unit.name } };
}

/** A file in a list of police. */
export function summarise(file: IncidentFile): FileSummary {
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
    },
    ...(leadUnit && { leadUnit }),
    units: file.assignments.map(({ unit, state: standing }) => ({ id: unit.id, name: unit.name, state: standing })),
    ...(file.case && { case: { caseId: file.case.caseId, number: file.case.number, state: file.case.state } }),
    flags: file.flags,
    insiderSuspected: file.insiderSuspected,
    reportCount: file.reports.length,
    gapCount: file.dispatch ? gapsOf(file.dispatch).length : 0,
    ...(nextClock && { nextClock }),
  };
}
