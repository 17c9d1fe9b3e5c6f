import type { CaseState, DangerFlag, IncidentState, Outcome, Priority, SlaProfile } from '#contracts';
import { ApiProperty } from '@nestjs/swagger';
import { LEDGER_LINE_KINDS } from '../../domain/loss-ledger/ledger-kind.js';
import { STEP_NAMES, STEP_STATES } from '../../domain/incident-file/steps.js';
import {
  AdviceView,
  FiledAdviceView,
  FiledCancellation,
  FiledCaseName,
  FiledCaseView,
  FiledClosing,
} from './filed-case.dto.js';
import {
  FiledActor,
  FiledAddress,
  FiledAssignmentView,
  FiledDispatchView,
  FiledEnterprise,
  FiledEnterpriseName,
  FiledPlace,
  FiledReporter,
  FiledReportView,
  FiledRule,
  FiledSafeContact,
  FiledText,
  FiledType,
  FiledTypeName,
  FiledUnitName,
  FiledUnitState,
} from './filed-parts.dto.js';

/** One line of the timeline, ordered by when it happened. */
export class TimelineLineView {
  at!: string;
  recordedAt!: string;
  /** The service that told. */
  source!: string;
  /** Its number for the event, from 1 per incident: `version` of the live feed. */
  sequence!: number;
  /** The type of the event. */
  type!: string;
  text!: FiledText;
  by?: FiledActor;
}

/** Everything about one incident, as police see it. */
export class IncidentFileView {
  incidentId!: string;
  /** @example JQ3204122026052100001 */
  number!: string;
  type!: FiledType;
  priority!: Priority;
  slaProfile!: SlaProfile;
  state!: IncidentState;
  restricted!: boolean;
  insiderSuspected!: boolean;
  safeContact?: FiledSafeContact;
  enterpriseRelated!: boolean;
  receivedAt!: string;
  enterprise?: FiledEnterprise;
  place!: FiledPlace;
  narrative!: string;
  reporter!: FiledReporter;
  occurredFrom?: string;
  occurredTo?: string;
  flags!: DangerFlag[];
  crowd!: number;
  injured!: number;
  /** What the reporter thinks is lost, integer fen. */
  estimatedLossFen!: number;
  /** Fields of the incident type; see `GET /api/v1/incident-types`. */
  details!: Record<string, unknown>;
  firedRules!: FiledRule[];
  reports!: FiledReportView[];
  dispatch?: FiledDispatchView;
  assignments!: FiledAssignmentView[];
  case?: FiledCaseView;
  advice!: FiledAdviceView[];
  /** What the lead's final feedback says came of it. */
  outcome?: Outcome;
  /** The lead officer: who gave the lead's final feedback. */
  leadBy?: FiledActor;
  leadUnit?: FiledUnitName;
  cancelled?: FiledCancellation;
  closed?: FiledClosing;
  timeline!: TimelineLineView[];
}

/** One of the six steps that an enterprise follows, like a parcel. */
export class FileStepView {
  @ApiProperty({ enum: STEP_NAMES })
  step!: (typeof STEP_NAMES)[number];

  /** `done`: reached; `ahead`: may still come; `skipped`: does not apply to this incident. */
  @ApiProperty({ enum: STEP_STATES })
  state!: (typeof STEP_STATES)[number];

  /** When it was reached; for `done` only. */
  at?: string;
  title!: FiledText;
  /** What was done, what is to be expected, or why the step does not apply. */
  text!: FiledText;
}

/** Number and state of a case. */
export class EnterpriseCaseView {
  number!: string;
  state!: CaseState;
}

/** One line of the ledger as its enterprise reads it. */
export class EnterpriseLedgerLine {
  /** `secured`: money stopped or frozen for the enterprise; `secured_ended`: no longer. */
  @ApiProperty({ enum: LEDGER_LINE_KINDS })
  kind!: (typeof LEDGER_LINE_KINDS)[number];

  /** Integer fen; negative for an adjustment downwards. */
  amountFen!: number;
  at!: string;
}

/** The loss as its enterprise sees it, integer fen. */
export class EnterpriseLedgerView {
  reportedFen!: number;
  verifiedFen!: number;
  returnedFen!: number;
  /** What is verified (or else reported) and did not come back yet. */
  outstandingFen!: number;
  /** Nothing is verified yet: `outstandingFen` rests on what was reported. */
  provisional!: boolean;
  /** In the order of the ledger; left out in lists. */
  lines?: EnterpriseLedgerLine[];
}

/** Whom to call: the unit that answers for the incident, the emergency number and the complaint number. */
export class FileContactView {
  unit?: string;
  emergency!: string;
  complaints!: string;
}

/** What an enterprise may know about its incident: never suspects, officers, positions, methods or other enterprises. */
export class EnterpriseFileView {
  incidentId!: string;
  number!: string;
  type!: FiledTypeName;
  receivedAt!: string;
  /** Whether it is being worked on, closed, or called off. */
  standing!: 'open' | 'closed' | 'cancelled';
  /** All six steps, in order. */
  steps!: FileStepView[];
  /** When the enterprise will be asked how it went. */
  followUpDueAt?: string;
  case?: EnterpriseCaseView;
  ledger?: EnterpriseLedgerView;
  advice!: AdviceView[];
  contact!: FileContactView;
}

/** The clock that runs out next. */
export class FileClockView {
  /** What is due: a unit must acknowledge. */
  clock!: 'acknowledge';
  /** When it began. */
  from!: string;
  dueAt!: string;
  /** Whose clock it is. */
  unit!: FiledUnitName;
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
  /** Slots that nobody fills. */
  gapCount!: number;
  /** Absent while no clock runs. */
  nextClock?: FileClockView;
}
