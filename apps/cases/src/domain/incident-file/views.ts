import type { ActorFact, BilingualText, LedgerFigures, ReporterFact, Sight } from '#contracts';
import { withMaskedAccounts } from '#domain-kit';
import { LawClockView, shownClock } from '../law-clocks/ringing.js';
import { LedgerView, type LedgerEntryView } from '../loss-ledger/entry-view.js';
import { withDeciders } from '../proposal/reconsidered.js';
import { FileVersions } from './decision-version.js';
import { FiledDispatchView, FiledUnitName, gapsOf, leadUnitOf, MissingLead, missingLeadOf } from './dispatch-view.js';
import { readersOf } from './events/index.js';
import { FiledCaseFacts, type FiledCase } from './filed-case.js';
import { HoldView, shownHold } from './filed-hold.js';
import { firstReport } from './filed-reports.js';
import { IncidentFile } from './incident-file.js';
import { withoutAccounts, withoutPhones } from './masking.js';

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

/** The case of an incident with its ledger. */
export class FiledCaseView extends FiledCaseFacts {
  ledger!: LedgerView;
}

/** Everything about one incident, as police see it. */
export class IncidentFileView extends IncidentFile {
  view!: 'file';
  override dispatch?: FiledDispatchView;
  override case?: FiledCaseView;
  override held?: HoldView;
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
  const { case: filed, dispatch, held: _held, ...shown } = sight === 'full' ? file : withoutPhones(file);
  const { reporter, narrative } = firstReport(shown);
  const leadUnit = leadUnitOf(file);
  const leadMissing = missingLeadOf(file);
  return {
    view: 'file',
    ...shown,
    ...(!accounts && { details: withMaskedAccounts(shown.details), reports: shown.reports.map(withoutAccounts) }),
    reporter,
    narrative,
    ...(dispatch && { dispatch: { ...dispatch, gaps: gapsOf(dispatch) } }),
    ...(filed && { case: caseView(filed, entries) }),
    ...(leadUnit && { leadUnit }),
    ...(leadMissing && { leadMissing }),
    ...shownHold(file),
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
