import {
  isPartner,
  stands,
  type ActorFact,
  type AssignmentState,
  type BilingualText,
  type Discipline,
  type LedgerFigures,
  type ReporterFact,
  type Sight,
} from '#contracts';
import { withMaskedAccounts } from '#domain-kit';
import { LedgerView, type LedgerEntryView } from '../loss-ledger/entry-view.js';
import { LawClockView, shownClock } from '../law-clocks/ringing.js';
import { withDeciders } from '../proposal/reconsidered.js';
import { FileVersions } from './decision-version.js';
import { readersOf } from './events/index.js';
import { hasEnded } from './incident-states.js';
import {
  FiledCaseFacts,
  FiledDispatch,
  firstReport,
  IncidentFile,
  leadAssignment,
  type FiledCase,
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
  /** What `versions.file` has been since then; absent where decisions about the file stand. */
  version?: number;
}

/** A slot that nobody fills. */
export class FiledGap {
  slot!: number;
  discipline!: Discipline;
  reason?: BilingualText;
  /** Since when nobody fills it. */
  since?: string;
}

/** Nobody leads an incident that goes on. */
export class MissingLead {
  /** Since when nobody does. */
  since!: string;
  /** Why nobody could be found, as far as a slot says it. */
  reason?: BilingualText;
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
  /** Present while somebody to lead it is looked for: an alarm of the desk. */
  leadMissing?: MissingLead;
  /** The limit of the law that runs, and how far it has rung. */
  lawClock?: LawClockView;
  timeline!: TimelineLineView[];
  /** What a decision about it names in `If-Match`. */
  versions!: FileVersions;
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

/** The unit that leads an incident. */
export const leadUnitOf = (file: IncidentFile): FiledUnitName | undefined => {
  const unit = leadAssignment(file)?.unit;
  return unit && { id: unit.id, name: unit.name };
};

/** The slots that nobody fills. */
export function gapsOf({ slots, plannedAt }: FiledDispatch): FiledGap[] {
  return slots
    .filter(({ assignmentId }) => assignmentId === undefined)
    .map(({ slot, discipline, gapReason, gapSince = plannedAt }) => ({
      slot,
      discipline,
      ...(gapReason && { reason: gapReason }),
      since: gapSince,
    }));
}

/**
 * That nobody of the police leads an incident whose dispatch was decided and goes on: since when and why, as the first slot
 * says that no police unit fills.
 */
export function missingLeadOf({ assignments, dispatch, state }: IncidentFile): MissingLead | undefined {
  const leads = assignments.some((one) => one.role === 'lead' && stands(one) && !isPartner(one.unit.discipline));
  if (!dispatch || leads || hasEnded(state) || state === 'HANDLED') return undefined;
  const gap = gapsOf(dispatch).find(({ discipline }) => !isPartner(discipline));
  return { since: gap?.since ?? dispatch.plannedAt, ...(gap?.reason && { reason: gap.reason }) };
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
  const leadMissing = missingLeadOf(file);
  return {
    ...shown,
    ...(!accounts && { details: withMaskedAccounts(shown.details), reports: shown.reports.map(withoutAccounts) }),
    reporter,
    narrative,
    ...(dispatch && { dispatch: { ...dispatch, gaps: gapsOf(dispatch) } }),
    ...(filed && { case: caseView(filed, entries) }),
    ...(leadUnit && { leadUnit }),
    ...(leadMissing && { leadMissing }),
    ...shownClock(file),
    timeline: timeline.filter(({ type }) => readersOf(type).includes(sight)),
    versions,
  };
}

/** The case with its ledger, and who may not decide about what is proposed. */
function caseView({ figures = NOTHING, proposals, ...facts }: FiledCase, entries: LedgerEntryView[]): FiledCaseView {
  const shown = proposals?.map((one) => withDeciders(one, proposals));
  return { ...facts, ...(shown && { proposals: shown }), ledger: { figures, entries } };
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
