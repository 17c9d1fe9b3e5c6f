import {
  PROPOSAL_STATE_WORDS,
  type ActorFact,
  type BilingualText,
  type CaseKind,
  type ProposalState,
  type ProposalWait,
  type ProposedAct,
} from '#contracts';
import { defineLifecycle } from '#domain-kit';
import { effectOf } from './acts.js';
import type { ProposalStep } from './filed-proposal.js';
import { approvedByMaker, proposalWrongState, stepBySamePerson } from './refusals.js';

/** The entry that is proposed. Integer fen. */
export interface ProposedEntry {
  amountFen: number;
  holding?: string;
  note?: string;
}

/** A proposal as it is kept. */
export interface Proposal {
  id: string;
  /** Absent where it is about the file of an incident. */
  caseId?: string;
  incidentId: string;
  act: ProposedAct;
  state: ProposalState;
  waitsFor?: ProposalWait;
  needsLegal: boolean;
  ruleVersion: string;
  basis: string;
  entry?: ProposedEntry;
  /** When it counts as decided, where that was stated. */
  occurredAt?: string;
  steps: ProposalStep[];
}

/** What happens to a proposal; every step is another person's. */
export type ProposalAct = 'agree' | 'send_back' | 'approve' | 'reject' | 'carry_out';

/** Where a proposal goes. What legal review need not see goes to approval at once. */
export const proposalLifecycle = defineLifecycle({
  name: 'proposal',
  states: ['PROPOSED', 'LEGAL_OK', 'LEGAL_RETURNED', 'APPROVED', 'REJECTED', 'CARRIED_OUT'],
  initial: 'PROPOSED',
  terminal: ['LEGAL_RETURNED', 'REJECTED', 'CARRIED_OUT'],
  transitions: [
    { from: ['PROPOSED'], to: 'LEGAL_OK', event: 'agree' },
    { from: ['PROPOSED'], to: 'LEGAL_RETURNED', event: 'send_back' },
    { from: ['PROPOSED', 'LEGAL_OK'], to: 'APPROVED', event: 'approve' },
    { from: ['PROPOSED', 'LEGAL_OK'], to: 'REJECTED', event: 'reject' },
    { from: ['APPROVED'], to: 'CARRIED_OUT', event: 'carry_out' },
  ],
});

const TURN: Readonly<Record<ProposalAct, ProposalWait>> = {
  agree: 'legal_reviewer',
  send_back: 'legal_reviewer',
  approve: 'approver',
  reject: 'approver',
  carry_out: 'property_custodian',
};
const NEEDED: Readonly<Record<ProposalAct, BilingualText>> = {
  agree: { zh: '不在法制审核环节', en: 'it does not wait for legal review' },
  send_back: { zh: '不在法制审核环节', en: 'it does not wait for legal review' },
  approve: { zh: '不在审批环节', en: 'it does not wait for approval' },
  reject: { zh: '不在审批环节', en: 'it does not wait for approval' },
  carry_out: { zh: '未到办理环节', en: 'it is not to be carried out' },
};

/** Whose turn it is in a state. Property that may be returned is handed over by its custodian. */
export function waitOf({
  act,
  state,
  needsLegal,
}: Pick<Proposal, 'act' | 'state' | 'needsLegal'>): ProposalWait | undefined {
  if (state === 'PROPOSED') return needsLegal ? 'legal_reviewer' : 'approver';
  if (state === 'LEGAL_OK') return 'approver';
  return state === 'APPROVED' && isCarriedOut(act) ? 'property_custodian' : undefined;
}

/** Whether somebody else than who approves carries an act out. */
export const isCarriedOut = (act: ProposedAct): boolean => act === 'return';

/** Decisions that legal review may have to look at first. */
const REVIEWED: ReadonlySet<ProposedAct> = new Set<ProposedAct>(['file', 'not_file', 'upgrade', 'punish', 'terminate']);

/** Whether legal review sees it before it is approved: decisions about what is economic or disputed (gate G5). */
export const needsLegalReview = (act: ProposedAct, kind: CaseKind, disputed: boolean): boolean =>
  REVIEWED.has(act) && (kind === 'economic' || disputed);

/** Takes a step. Throws where it is not this step's turn, or where this person may not take it. */
export function takeStep(
  proposal: Proposal,
  act: ProposalAct,
  { by, at, note }: { by: ActorFact; at: string; note?: string },
  makers: ReadonlySet<string>,
): void {
  const { state, waitsFor, steps } = proposal;
  const next = proposalLifecycle.next(state, act);
  if (next === undefined || waitsFor !== TURN[act])
    throw proposalWrongState({ state: PROPOSAL_STATE_WORDS[state], needed: NEEDED[act] });
  if (steps.some((step) => step.by.accountId === by.accountId)) throw stepBySamePerson();
  if (act === 'approve' && makers.has(by.accountId)) throw approvedByMaker();
  proposal.state = next;
  proposal.steps = [...steps, { state: next, by, at, ...(note !== undefined && { note }) }];
  proposal.waitsFor = waitOf(proposal);
}

/** Whether two proposals ask for the same: one decision about the case at a time, one entry of a kind about one holding. */
export function asksTheSame(one: Pick<Proposal, 'act' | 'entry'>, other: Pick<Proposal, 'act' | 'entry'>): boolean {
  const moves = 'move' in effectOf(one.act) && 'move' in effectOf(other.act);
  return moves || (one.act === other.act && one.entry?.holding === other.entry?.holding);
}
