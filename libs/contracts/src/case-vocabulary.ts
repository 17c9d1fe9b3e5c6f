/** What of the vocabulary is about cases: their states, what is proposed about them and their files, and the entries of their ledgers. */

export const CASE_STATES = [
  'REGISTERED',
  'REVIEWING',
  'FILED',
  'ADMIN_ACCEPTED',
  'NOT_FILED',
  'RECONSIDERING',
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
] as const;
export type CaseState = (typeof CASE_STATES)[number];

/** Which filing clock and which review a case falls under. */
export const CASE_KINDS = ['criminal', 'economic', 'administrative'] as const;
export type CaseKind = (typeof CASE_KINDS)[number];

export const SUSPECT_STATES = ['at_large', 'identified', 'caught', 'released'] as const;
export type SuspectState = (typeof SUSPECT_STATES)[number];

/** What one person proposes about a case and another one approves: decisions about it, and entries of its ledger. */
export const CASE_ACTS = [
  'file',
  'not_file',
  'upgrade',
  'punish',
  'terminate',
  'conclude',
  'extend',
  'uphold',
  'overturn',
  'freeze',
  'adjust_loss',
  'return',
] as const;
export type CaseAct = (typeof CASE_ACTS)[number];

/** What one person proposes about the file of an incident, with a case or without one, and another one approves. */
export const FILE_ACTS = ['lift_restriction'] as const;
export type FileAct = (typeof FILE_ACTS)[number];

/** All that is proposed and approved. */
export const PROPOSED_ACTS = [...CASE_ACTS, ...FILE_ACTS] as const;
export type ProposedAct = (typeof PROPOSED_ACTS)[number];

/**
 * Limits of the law: that a case is opened or decided against after an incident was handled, that filing or acceptance is
 * decided, that an administrative case is, and what a reconsideration comes to.
 */
export const LAW_CLOCKS = ['opening', 'filing', 'acceptance', 'handling', 'reconsideration'] as const;
export type LawClockKind = (typeof LAW_CLOCKS)[number];

/** Roles that have to act before a limit of the law runs out. */
export const LAW_CLOCK_WAITS = ['case_officer', 'legal_reviewer', 'approver'] as const;
export type LawClockWait = (typeof LAW_CLOCK_WAITS)[number];

/** Where a proposal stands; a return that is approved is carried out by the custodian of the property. */
export const PROPOSAL_STATES = [
  'PROPOSED',
  'LEGAL_OK',
  'LEGAL_RETURNED',
  'APPROVED',
  'REJECTED',
  'CARRIED_OUT',
] as const;
export type ProposalState = (typeof PROPOSAL_STATES)[number];

/** Roles that a proposal may wait for. */
export const PROPOSAL_WAITS = ['legal_reviewer', 'approver', 'property_custodian'] as const;
export type ProposalWait = (typeof PROPOSAL_WAITS)[number];

/**
 * The kinds of entries of a loss ledger: the word for each, which notice tells the enterprise about its own money (`null`:
 * none), whether an officer on the scene posts it, and as what it is proposed where somebody else has to approve it. What a
 * kind does to the balances is a rule of cases.
 */
export const LEDGER_VOCABULARY = {
  LOSS_REPORTED: { zh: '报损', en: 'Loss reported', notice: null, onScene: false, proposedAs: null },
  LOSS_VERIFIED: { zh: '核定损失', en: 'Loss verified', notice: null, onScene: true, proposedAs: null },
  LOSS_ADJUSTED: { zh: '核定调整', en: 'Loss adjusted', notice: null, onScene: false, proposedAs: 'adjust_loss' },
  STOPPED: { zh: '紧急止付', en: 'Payment stopped', notice: 'money_secured', onScene: true, proposedAs: null },
  STOP_ENDED: { zh: '止付结束', en: 'Stop ended', notice: 'money_released', onScene: false, proposedAs: null },
  FROZEN: { zh: '冻结', en: 'Frozen', notice: 'money_secured', onScene: true, proposedAs: 'freeze' },
  UNFROZEN: { zh: '解冻', en: 'Unfrozen', notice: 'money_released', onScene: false, proposedAs: null },
  SEIZED: { zh: '扣押', en: 'Seized', notice: null, onScene: true, proposedAs: null },
  RELEASED: { zh: '解除扣押', en: 'Released', notice: null, onScene: false, proposedAs: null },
  RECOVERED: { zh: '追回在案', en: 'Recovered', notice: null, onScene: true, proposedAs: null },
  RETURNED: { zh: '发还', en: 'Returned', notice: 'property_returned', onScene: false, proposedAs: 'return' },
  COMPENSATED: { zh: '退赔', en: 'Compensated', notice: null, onScene: false, proposedAs: null },
  REVERSAL: { zh: '冲正', en: 'Reversal', notice: null, onScene: false, proposedAs: null },
} as const satisfies Readonly<Record<string, LedgerWord>>;

/** Notices that entries of a ledger call for. */
export type LedgerNotice = 'money_secured' | 'money_released' | 'property_returned';

interface LedgerWord {
  readonly zh: string;
  readonly en: string;
  readonly notice: LedgerNotice | null;
  readonly onScene: boolean;
  readonly proposedAs: CaseAct | null;
}

export type LedgerKind = keyof typeof LEDGER_VOCABULARY;
export const LEDGER_KINDS = Object.keys(LEDGER_VOCABULARY) as readonly LedgerKind[];
