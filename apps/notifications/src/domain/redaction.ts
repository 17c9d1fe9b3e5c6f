import type { Facts } from './facts.js';

/** Operators and units on one side, the enterprise on the other. */
type Side = 'police' | 'enterprise';

/**
 * Who may be told which fact. A fact without a line here does not compile; what is no fact at all cannot be told.
 *
 * Never told to an enterprise: suspects, their whereabouts or arrest plans; methods, surveillance, account traces; other
 * victims, witnesses, informers; evidence; other people's personal data; police positions and numbers; what another
 * enterprise reported; internal priorities and clocks. Names, telephone numbers and free text are told to nobody here:
 * who may read them opens the file.
 */
const TOLD_TO: Readonly<Record<keyof Facts, readonly Side[]>> = {
  incidentId: ['police', 'enterprise'],
  occurredAt: ['police', 'enterprise'],
  number: ['police', 'enterprise'],
  typeCode: ['police'],
  typeName: ['enterprise'],
  priority: ['police'],
  enterpriseId: ['police'],
  restricted: ['police'],
  safeAccount: [],
  reportId: ['police'],
  reportCount: ['police'],
  assigned: ['police'],
  informed: ['police'],
  gaps: ['police'],
  leadUnitName: ['enterprise'],
  unitId: ['police'],
  assignmentId: ['police'],
  role: ['police'],
  state: ['police'],
  dispatchState: ['police'],
  inferred: ['police'],
  clock: ['police'],
  stage: ['police'],
  dueAt: ['police'],
  escalatedTo: ['police'],
  feedbackKind: ['police'],
  duty: ['police'],
  capacity: ['police'],
  caseId: ['police'],
  caseNumber: ['police', 'enterprise'],
  suspect: ['police'],
  entryId: ['police'],
  ledgerKind: ['police'],
  amountFen: ['enterprise'],
  victimId: ['police'],
  adviceId: ['police'],
  adviceCategories: ['enterprise'],
  answerBy: ['enterprise'],
  outcome: ['police'],
  followUpDueAt: ['enterprise'],
};

/** The facts that one side may be told. */
export function redact(facts: Facts, side: Side): Partial<Facts> {
  const told = Object.entries(facts).filter(
    ([field, value]) => value !== undefined && TOLD_TO[field as keyof Facts].includes(side),
  );
  return Object.fromEntries(told);
}
