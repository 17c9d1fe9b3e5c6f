import { IsBoolean, IsIn, IsInt, IsISO8601, IsOptional, IsString } from 'class-validator';
import { DomainEvent } from '../event.js';
import { Part } from '../fields.js';
import {
  LEDGER_KINDS,
  PROPOSAL_STATES,
  PROPOSAL_WAITS,
  PROPOSED_ACTS,
  type LedgerKind,
  type ProposalState,
  type ProposalWait,
  type ProposedAct,
} from '../vocabulary.js';
import { ActorFact } from './parties.js';

/** The ledger entry that a proposal is about. */
export class ProposedEntryFact {
  @IsIn(LEDGER_KINDS) kind!: LedgerKind;
  @IsInt() amountFen!: number;
  @IsOptional() @IsString() holding?: string;
}

/** What every step of a proposal says, whatever it is about. */
export abstract class ProposalFact extends DomainEvent {
  @IsString() incidentId!: string;
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
