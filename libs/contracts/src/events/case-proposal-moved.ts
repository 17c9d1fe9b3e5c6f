import { IsBoolean, IsIn, IsISO8601, IsOptional, IsString } from 'class-validator';
import { DomainEvent } from '../event.js';
import { Part } from '../fields.js';
import { ActorFact, ProposedEntryFact } from '../parts.js';
import { INCIDENTS } from '../streams.js';
import {
  PROPOSAL_STATES,
  PROPOSAL_WAITS,
  PROPOSED_ACTS,
  type ProposalState,
  type ProposalWait,
  type ProposedAct,
} from '../vocabulary.js';

/** Something about a case was proposed, looked at by legal review, approved or rejected, or carried out. */
export class CaseProposalMoved extends DomainEvent {
  static override readonly type = 'case.proposal-moved.v1';
  static override readonly stream = INCIDENTS;
  static override readonly source = 'cases';
  static override readonly description =
    'A proposal about a case was made, reviewed (法制), approved or rejected (审批), or carried out.';

  @IsString() incidentId!: string;
  @IsString() caseId!: string;
  @IsString() number!: string;
  @IsString() proposalId!: string;
  @IsIn(PROPOSED_ACTS) act!: ProposedAct;
  @IsIn(PROPOSAL_STATES) state!: ProposalState;
  /** Whose turn it is; absent once nothing more is to be done. */
  @IsOptional() @IsIn(PROPOSAL_WAITS) waitsFor?: ProposalWait;
  /** Legal review (法制) looks at it before it is approved. */
  @IsBoolean() needsLegal!: boolean;
  /** Version of the rules that it was made under. */
  @IsString() ruleVersion!: string;
  @IsOptional() @Part(() => ProposedEntryFact) entry?: ProposedEntryFact;
  @IsString() basis!: string;
  /** What somebody said who reviewed, approved, rejected or carried it out. */
  @IsOptional() @IsString() note?: string;
  @IsISO8601() occurredAt!: string;
  /** Who made this step. */
  @Part(() => ActorFact) by!: ActorFact;
}
