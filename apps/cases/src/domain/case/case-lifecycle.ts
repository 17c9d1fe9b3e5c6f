import { defineLifecycle, defineRefusal, type Texts } from '#domain-kit';

/** The states of a case and what leads from one to the next. */
export const caseLifecycle = defineLifecycle({
  name: 'case',
  states: [
    'REGISTERED',
    'REVIEWING',
    'FILED',
    'ADMIN_ACCEPTED',
    'NOT_FILED',
    'TRANSFERRED_OUT',
    'INVESTIGATING',
    'SOLVED',
    'PROSECUTION',
    'ADMIN_DECIDED',
    'MEDIATED',
    'WITHDRAWN',
    'TERMINATED',
    'MERGED',
    'CONCLUDED',
  ],
  initial: 'REGISTERED',
  terminal: ['TRANSFERRED_OUT', 'MERGED', 'CONCLUDED'],
  transitions: [
    { from: ['REGISTERED'], to: 'REVIEWING', event: 'ReviewStarted' },
    { from: ['REVIEWING'], to: 'FILED', event: 'CaseFiled' },
    { from: ['REVIEWING'], to: 'ADMIN_ACCEPTED', event: 'CaseAccepted' },
    { from: ['REVIEWING'], to: 'NOT_FILED', event: 'CaseNotFiled' },
    { from: ['REVIEWING', 'INVESTIGATING', 'ADMIN_ACCEPTED'], to: 'TRANSFERRED_OUT', event: 'CaseTransferred' },
    { from: ['NOT_FILED'], to: 'REVIEWING', event: 'FilingReconsidered' },
    { from: ['FILED'], to: 'INVESTIGATING', event: 'InvestigationStarted' },
    { from: ['INVESTIGATING'], to: 'SOLVED', event: 'CaseSolved' },
    { from: ['INVESTIGATING', 'SOLVED'], to: 'PROSECUTION', event: 'SentForProsecution' },
    { from: ['PROSECUTION'], to: 'INVESTIGATING', event: 'ReturnedForInvestigation' },
    { from: ['FILED', 'INVESTIGATING', 'SOLVED'], to: 'WITHDRAWN', event: 'CaseWithdrawn' },
    { from: ['ADMIN_ACCEPTED'], to: 'FILED', event: 'UpgradedToCriminal' },
    { from: ['ADMIN_ACCEPTED'], to: 'ADMIN_DECIDED', event: 'PenaltyDecided' },
    { from: ['ADMIN_ACCEPTED'], to: 'MEDIATED', event: 'CaseMediated' },
    { from: ['MEDIATED'], to: 'ADMIN_ACCEPTED', event: 'MediationFailed' },
    { from: ['ADMIN_ACCEPTED'], to: 'TERMINATED', event: 'CaseTerminated' },
    { from: ['REVIEWING', 'FILED', 'INVESTIGATING', 'ADMIN_ACCEPTED'], to: 'MERGED', event: 'CaseMerged' },
    {
      from: ['PROSECUTION', 'ADMIN_DECIDED', 'MEDIATED', 'WITHDRAWN', 'TERMINATED', 'NOT_FILED'],
      to: 'CONCLUDED',
      event: 'CaseConcluded',
    },
  ],
});

/** State of a case. */
export type CaseLifeState = (typeof caseLifecycle.states)[number];

/** What officers can decide, as routes name it. */
export type CaseMove = 'review' | 'file' | 'not-file' | 'investigate' | 'solve';

interface MoveRule {
  readonly event: Parameters<typeof caseLifecycle.next>[1];
  readonly name: Texts;
  /** The decision needs words that say why. */
  readonly needsBasis: boolean;
}

const MOVES: Readonly<Record<CaseMove, MoveRule>> = {
  review: { event: 'ReviewStarted', name: { zh: '开始审查', en: 'start the review' }, needsBasis: false },
  file: { event: 'CaseFiled', name: { zh: '立案', en: 'file the case' }, needsBasis: false },
  'not-file': { event: 'CaseNotFiled', name: { zh: '不予立案', en: 'refuse to file' }, needsBasis: true },
  investigate: {
    event: 'InvestigationStarted',
    name: { zh: '开始侦查', en: 'start the investigation' },
    needsBasis: false,
  },
  solve: { event: 'CaseSolved', name: { zh: '破案', en: 'declare the case solved' }, needsBasis: true },
};

/** 409: the case is in a state in which this cannot be decided. */
export const caseWrongState = defineRefusal({
  code: 'case.wrong-state',
  kind: 'conflict',
  zh: '案件状态为 {state}，不能{act}',
  en: 'The case is {state}: cannot {act}',
});

/** 422: a decision that has to be justified came without its basis. */
export const basisMissing = defineRefusal({
  code: 'case.basis-missing',
  kind: 'unprocessable',
  zh: '请填写{act}的依据',
  en: 'State the basis to {act}',
  pointer: '/basis',
});

/** The state after a decision. Throws where the case is not in a state for it, or where its basis is missing. */
export function decide(state: CaseLifeState, move: CaseMove, basis: string | undefined): CaseLifeState {
  const { event, name, needsBasis } = MOVES[move];
  const next = caseLifecycle.next(state, event);
  if (next === undefined) throw caseWrongState({ state, act: name });
  if (needsBasis && basis === undefined) throw basisMissing({ act: name });
  return next;
}
