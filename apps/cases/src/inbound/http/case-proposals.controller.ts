import { rolesFor } from '#contracts';
import { Body, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse } from '@nestjs/swagger';
import { Allow, CurrentCaller, Idempotent, IfMatch, ServiceController, type Caller } from '#platform';
import { ProposalAnswer } from '../../domain/proposal/proposal-answer.js';
import { Propose } from '../../use-cases/propose.js';
import { IdPipe } from './id.pipe.js';
import { ProposalBody } from './proposal.dto.js';

/** What is proposed about a case. */
@ServiceController('cases')
export class CaseProposalsController {
  constructor(private readonly propose: Propose) {}

  /** Proposes a decision about a case or an entry of its ledger; a case officer, after a reconsideration legal review. */
  @Post(':caseId/proposals')
  @Allow(...rolesFor('case.propose'))
  @Idempotent({ required: false })
  @ApiCreatedResponse({ type: ProposalAnswer })
  make(
    @CurrentCaller() caller: Caller,
    @Param('caseId', IdPipe) caseId: string,
    @IfMatch() ifMatch: string | undefined,
    @Body() body: ProposalBody,
  ): Promise<ProposalAnswer> {
    return this.propose.run(caller, caseId, ifMatch, body);
  }
}
