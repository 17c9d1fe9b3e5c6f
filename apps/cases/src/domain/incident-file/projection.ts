import type { CaseState, FileStage } from '#contracts';
import { leadAssignment, type AdviceView, type IncidentFile } from './incident-file.js';
import { toldLines, type EnterpriseLedgerLine, type ToldEntry } from './ledger-lines.js';
import type { FileStepView } from './step-view.js';
import { stepsOf } from './steps.js';
import type { FiledTypeName } from './summary.js';

/** Number and state of a case. */
export class EnterpriseCaseView {
  number!: string;
  state!: CaseState;
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

/**
 * What an enterprise may know about its incident. Built from nothing but the fields named here: never suspects, officers,
 * positions of units, why a unit was chosen, methods, evidence, or what others said.
 */
export class EnterpriseFileView {
  view!: 'enterprise';
  incidentId!: string;
  number!: string;
  type!: FiledTypeName;
  receivedAt!: string;
  /** Whether it is being worked on, closed, or called off. */
  standing!: FileStage;
  /** All six steps, in order; of a restricted incident only those that a document tells of. */
  steps!: FileStepView[];
  case?: EnterpriseCaseView;
  ledger?: EnterpriseLedgerView;
  advice!: AdviceView[];
  contact!: FileContactView;
}

/** Steps that a document tells of, or the receipt: all that is told of a restricted incident. */
const DOCUMENTED: ReadonlySet<FileStepView['step']> = new Set(['received', 'investigating', 'solved', 'returned']);

/**
 * The file as its enterprise may see it; without ledger entries for a list. Of a restricted one only that it was received and
 * what a document tells: no movement of units, and not which one.
 */
export function redact(file: IncidentFile, entries?: readonly ToldEntry[]): EnterpriseFileView {
  const whole = stepsAndAll(file, entries);
  if (!file.restricted) return whole;
  const { emergency, complaints } = whole.contact;
  return {
    ...whole,
    steps: whole.steps.filter(({ step }) => DOCUMENTED.has(step)),
    contact: { emergency, complaints },
  };
}

function stepsAndAll(file: IncidentFile, entries?: readonly ToldEntry[]): EnterpriseFileView {
  const { incidentId, number, type, receivedAt, case: filed, advice } = file;
  const unit = leadAssignment(file)?.unit.name;
  const ledger = ledgerOf(file, entries);
  return {
    view: 'enterprise',
    incidentId,
    number,
    type: { code: type.code, name: type.name },
    receivedAt,
    standing: stageOf(file),
    steps: stepsOf(file),
    ...(filed && { case: { number: filed.number, state: filed.state } }),
    ...(ledger && { ledger }),
    advice: advice.map(({ adviceId, categories, text, answerBy, issuedAt }) => ({
      adviceId,
      categories,
      text,
      issuedAt,
      ...(answerBy !== undefined && { answerBy }),
    })),
    contact: { emergency: '110', complaints: '12389', ...(unit !== undefined && { unit }) },
  };
}

/** Whether a file is being worked on, closed, or called off. */
export function stageOf({ closed, cancelled }: IncidentFile): FileStage {
  if (cancelled) return 'cancelled';
  return closed ? 'closed' : 'open';
}

function ledgerOf({ case: filed }: IncidentFile, entries?: readonly ToldEntry[]): EnterpriseLedgerView | undefined {
  if (!filed?.figures) return undefined;
  const { reportedFen, verifiedFen, returnedFen, outstandingFen, provisional } = filed.figures;
  return {
    reportedFen,
    verifiedFen,
    returnedFen,
    outstandingFen,
    provisional,
    ...(entries && { lines: toldLines(entries) }),
  };
}
