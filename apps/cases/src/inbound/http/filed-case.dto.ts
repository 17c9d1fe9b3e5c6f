import {
  SUSPECT_STATES,
  type AdviceCategory,
  type CancelReason,
  type CaseKind,
  type CaseState,
  type LedgerKind,
  type Outcome,
} from '#contracts';
import { ApiProperty } from '@nestjs/swagger';
import { FiledActor } from './filed-parts.dto.js';

/** A suspect of a case. */
export class SuspectAnswer {
  number!: number;
  @ApiProperty({ enum: SUSPECT_STATES })
  state!: string;
  caughtAt?: string;
}

/** What the ledger adds up to, integer fen. */
export class FiguresAnswer {
  reportedFen!: number;
  verifiedFen!: number;
  /** Now under control: stopped, frozen, seized, in hold. */
  heldFen!: number;
  recoveredFen!: number;
  returnedFen!: number;
  outstandingFen!: number;
  /** Nothing is verified yet: `outstandingFen` rests on the reported loss. */
  provisional!: boolean;
}

/** An entry of the loss ledger, integer fen. */
export class LedgerEntryView {
  entryId!: string;
  /** Counts the entries of the case from 1. */
  line!: number;
  kind!: LedgerKind;
  amountFen!: number;
  occurredAt!: string;
  recordedAt!: string;
  by!: FiledActor;
  holding?: string;
  reverses?: string;
  note?: string;
  method?: string;
  approvalRef?: string;
  exceptionCode?: string;
}

/** The loss ledger: what it adds up to, and its entries in order. */
export class LedgerView {
  figures!: FiguresAnswer;
  entries!: LedgerEntryView[];
}

/** The case of an incident in a list. */
export class FiledCaseName {
  caseId!: string;
  number!: string;
  state!: CaseState;
}

/** The case of an incident, with suspects and ledger. */
export class FiledCaseView extends FiledCaseName {
  kind!: CaseKind;
  registeredAt!: string;
  filedAt?: string;
  investigationStartedAt?: string;
  solvedAt?: string;
  /** When something was first returned to the enterprise. */
  returnedAt?: string;
  suspects!: SuspectAnswer[];
  ledger!: LedgerView;
}

/** Prevention advice, as its enterprise reads it. */
export class AdviceView {
  adviceId!: string;
  categories!: AdviceCategory[];
  text!: string;
  answerBy?: string;
  issuedAt!: string;
}

/** Prevention advice with who issued it. */
export class FiledAdviceView extends AdviceView {
  by!: FiledActor;
}

/** How an incident was called off. */
export class FiledCancellation {
  reason!: CancelReason;
  at!: string;
  by!: FiledActor;
}

/** How an incident was closed. */
export class FiledClosing {
  by!: FiledActor;
  at!: string;
  outcome!: Outcome;
  note?: string;
  /** When the enterprise is to be asked how it went. */
  followUpDueAt!: string;
}
