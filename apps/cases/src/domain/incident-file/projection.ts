import type { AdviceCategory, BilingualText, CaseState } from '#contracts';
import { leadAssignment, type IncidentFile } from './incident-file.js';
import { toldLines, type LedgerLine, type ToldEntry } from './ledger-lines.js';
import { stepsOf, type Step } from './steps.js';

/** The loss as its enterprise sees it, integer fen; `lines` only in the file itself, not in lists. */
export interface ToldLedger {
  reportedFen: number;
  verifiedFen: number;
  returnedFen: number;
  /** What is verified (or else reported) and did not come back yet. */
  outstandingFen: number;
  /** Nothing is verified yet: `outstandingFen` rests on what was reported. */
  provisional: boolean;
  lines?: LedgerLine[];
}

/**
 * What an enterprise may know about its incident. Built from nothing but the fields named here: never suspects, officers,
 * positions of units, why a unit was chosen, methods, evidence, or what others said.
 */
export interface RedactedFile {
  incidentId: string;
  number: string;
  type: { code: string; name: BilingualText };
  receivedAt: string;
  /** Whether it is being worked on, closed, or called off. */
  standing: 'open' | 'closed' | 'cancelled';
  /** All six steps, in order. */
  steps: Step[];
  /** When the enterprise will be asked how it went. */
  followUpDueAt?: string;
  case?: { number: string; state: CaseState };
  ledger?: ToldLedger;
  advice: { adviceId: string; categories: AdviceCategory[]; text: string; answerBy?: string; issuedAt: string }[];
  /** Whom to call: the unit that answers for the incident, the emergency number and the complaint number. */
  contact: { unit?: string; emergency: string; complaints: string };
}

/** The file as its enterprise may see it; without ledger entries for a list. */
export function redact(file: IncidentFile, entries?: readonly ToldEntry[]): RedactedFile {
  const { incidentId, number, type, receivedAt, case: filed, advice, closed } = file;
  const unit = leadAssignment(file)?.unit.name;
  const ledger = ledgerOf(file, entries);
  return {
    incidentId,
    number,
    type: { code: type.code, name: type.name },
    receivedAt,
    standing: standingOf(file),
    steps: stepsOf(file),
    ...(closed && { followUpDueAt: closed.followUpDueAt }),
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

function standingOf({ closed, cancelled }: IncidentFile): RedactedFile['standing'] {
  if (cancelled) return 'cancelled';
  return closed ? 'closed' : 'open';
}

function ledgerOf({ case: filed }: IncidentFile, entries?: readonly ToldEntry[]): ToldLedger | undefined {
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
