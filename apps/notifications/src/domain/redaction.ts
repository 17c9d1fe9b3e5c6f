import type { Facts } from './facts.js';

/** Operators and police units; partners, who are told of their own task alone; who judges proposals; and the enterprise. */
type Side = 'police' | 'partner' | 'judges' | 'enterprise';

/**
 * Who may be told which fact. A fact without a line here does not compile; what is no fact at all cannot be told.
 *
 * Never told to an enterprise: suspects, their whereabouts or arrest plans; methods, surveillance, account traces; other
 * victims, witnesses, informers; evidence; other people's personal data; police positions and numbers; what another
 * enterprise reported; internal priorities and clocks. A partner is told of its own assignment and of the end. Names, telephone numbers and free text are told to nobody here:
 * who may read them opens the file.
 */
const TOLD_TO: Readonly<Record<keyof Facts, readonly Side[]>> = {
  incidentId: ['police', 'partner', 'enterprise'],
  occurredAt: ['police', 'partner', 'judges', 'enterprise'],
  number: ['police', 'partner', 'enterprise'],
  typeCode: ['police'],
  typeName: ['enterprise'],
  typeAdvice: ['enterprise'],
  service: ['enterprise'],
  priority: ['police'],
  enterpriseId: ['police'],
  restricted: ['police'],
  safeAccount: [],
  reportId: ['police'],
  reportCount: ['police'],
  held: ['police', 'enterprise'],
  assigned: ['police'],
  informed: ['police'],
  gaps: ['police'],
  leadMissing: ['police'],
  newFlags: ['police'],
  grown: ['police'],
  newLead: ['police'],
  leadUnitName: ['enterprise'],
  unitId: ['police', 'partner'],
  assignmentId: ['police', 'partner'],
  role: ['police', 'partner'],
  state: ['police', 'partner'],
  dispatchState: ['police'],
  inferred: ['police'],
  conflict: [],
  clock: ['police', 'partner'],
  stage: ['police', 'partner'],
  dueAt: ['police', 'partner'],
  escalatedTo: ['police'],
  partner: ['police'],
  feedbackKind: ['police'],
  duty: ['police'],
  capacity: ['police'],
  caseId: ['police'],
  caseNumber: ['police', 'enterprise'],
  caseKind: ['police', 'enterprise'],
  lawClock: ['police', 'judges'],
  waitsFor: ['police', 'judges'],
  proposedAct: ['police'],
  caseGoesOn: ['police'],
  proposalId: ['police', 'judges'],
  suspect: ['police'],
  entryId: ['police'],
  ledgerKind: ['police', 'enterprise'],
  reversedKind: ['police', 'enterprise'],
  amountFen: ['enterprise'],
  victimId: ['police'],
  adviceId: ['police'],
  adviceCategories: ['enterprise'],
  answerBy: ['enterprise'],
  outcome: ['police', 'enterprise'],
  followUpDueAt: ['police'],
};

/** The facts that one side may be told. */
export function redact(facts: Facts, side: Side): Partial<Facts> {
  const told = Object.entries(facts).filter(
    ([field, value]) => value !== undefined && TOLD_TO[field as keyof Facts].includes(side),
  );
  return Object.fromEntries(told);
}
