import type { Schemas } from '../../kit/api/client';

/** What a unit does, in the words of the routes that take it; `id` is the assignment's, for `ledger` the case's, for `restrict` the incident's. */
export type Deed =
  | { readonly act: Milestone; readonly id: string; readonly body: Schemas['MilestoneRequest'] }
  | { readonly act: 'feedback'; readonly id: string; readonly body: Schemas['FeedbackRequest'] }
  | { readonly act: 'complete'; readonly id: string; readonly body: Schemas['CompleteRequest'] }
  | { readonly act: 'decline'; readonly id: string; readonly body: Schemas['DeclineRequest'] }
  | Decision;

/** What an officer decided about the case of an incident, or entered into its ledger: most of that is a fact; `open-case`, `restrict` and `lift` name the incident, the others the case. */
export type Decision = { readonly on?: DecidedOn } & (
  | { readonly act: 'open-case'; readonly id: string; readonly body: Schemas['CaseOpeningBody'] }
  | { readonly act: 'restrict'; readonly id: string; readonly body: Schemas['RestrictRequest'] }
  | { readonly act: 'lift'; readonly id: string; readonly body: Schemas['FileProposalBody'] }
  | { readonly act: 'case-move'; readonly id: string; readonly body: CaseStep }
  | { readonly act: 'propose'; readonly id: string; readonly body: Schemas['ProposalBody'] }
  | { readonly act: 'ledger'; readonly id: string; readonly body: Schemas['LedgerEntryBody'] }
);

/** What a decision was made on: the file of this incident in this version. It goes with the deed, however late that is sent. */
export interface DecidedOn {
  readonly incidentId: string;
  readonly version: number;
}

const DECISIONS: readonly string[] = ['open-case', 'restrict', 'lift', 'case-move', 'propose', 'ledger'];
/** Whether a deed is a decision, which may have become stale before it arrives. */
export const isDecision = (deed: Deed): deed is Decision => DECISIONS.includes(deed.act);

/** A decision about a case that its officer makes alone. */
export interface CaseStep {
  readonly move: 'review' | 'accept' | 'investigate' | 'solve' | 'mediate' | 'mediation-failed' | 'ask-reconsideration';
  readonly basis?: string;
  readonly servedAt?: string;
  readonly occurredAt?: string;
}

export type Milestone = 'acknowledge' | 'depart' | 'arrive' | 'start-work';
