import { IsString } from 'class-validator';
import { ProposalFact } from '../facts/proposal-fact.js';
import { INCIDENTS } from '../streams.js';

/** Something about a case was proposed, looked at by legal review, approved or rejected, or carried out. */
export class CaseProposalMoved extends ProposalFact {
  static override readonly type = 'case.proposal-moved.v1';
  static override readonly stream = INCIDENTS;
  static override readonly source = 'cases';
  static override readonly description =
    'A proposal about a case was made, reviewed (法制), approved or rejected (审批), or carried out.';

  @IsString() caseId!: string;
  @IsString() number!: string;
}
