import { Body, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import {
  Allow,
  AS_A_FACT,
  AuditedRead,
  CurrentCaller,
  Idempotent,
  IfMatch,
  ServiceController,
  type Caller,
} from '#platform';
import { ProposalAnswer } from '../../domain/proposal/proposal-answer.js';
import { JudgeProposal } from '../../use-cases/judge-proposal.js';
import { ListProposals } from '../../use-cases/list-proposals.js';
import { IdPipe } from './id.pipe.js';
import { HandOverBody, OpinionBody, RejectBody, StepBody } from './proposal-steps.dto.js';
import { ProposalPage, ProposalQuery } from './proposal.dto.js';

/** What one account proposes about a case or a file and another one approves. */
@ServiceController('proposals')
export class ProposalsController {
  constructor(
    private readonly judge: JudgeProposal,
    private readonly listProposals: ListProposals,
  ) {}

  /** What waits for the caller: legal review, approval, handing over; the oldest first. */
  @Get()
  @AuditedRead('proposal.read', { items: 'proposalId' })
  @Allow('legal_reviewer', 'approver', 'property_custodian')
  @ApiOkResponse({ type: ProposalPage })
  list(@CurrentCaller() caller: Caller, @Query() query: ProposalQuery): Promise<ProposalPage> {
    return this.listProposals.run(caller, query);
  }

  /** Legal review (法制) agrees, or sends the proposal back. */
  @Post(':proposalId/opinion')
  @HttpCode(200)
  @Allow('legal_reviewer')
  @Idempotent({ required: false })
  @ApiOkResponse({ type: ProposalAnswer })
  opinion(
    @CurrentCaller() caller: Caller,
    @Param('proposalId', IdPipe) id: string,
    @IfMatch() ifMatch: string | undefined,
    @Body() { agree, note }: OpinionBody,
  ): Promise<ProposalAnswer> {
    return this.judge.run(caller, id, ifMatch, { act: agree ? 'agree' : 'send_back', note });
  }

  /** Approves (审批); not by who proposed or reviewed it, nor by who made an entry of the case's ledger. */
  @Post(':proposalId/approve')
  @HttpCode(200)
  @Allow('approver')
  @Idempotent({ required: false })
  @ApiOkResponse({ type: ProposalAnswer })
  approve(
    @CurrentCaller() caller: Caller,
    @Param('proposalId', IdPipe) id: string,
    @IfMatch() ifMatch: string | undefined,
    @Body() { note }: StepBody,
  ): Promise<ProposalAnswer> {
    return this.judge.run(caller, id, ifMatch, { act: 'approve', note });
  }

  /** Does not approve, with a reason. */
  @Post(':proposalId/reject')
  @HttpCode(200)
  @Allow('approver')
  @Idempotent({ required: false })
  @ApiOkResponse({ type: ProposalAnswer })
  reject(
    @CurrentCaller() caller: Caller,
    @Param('proposalId', IdPipe) id: string,
    @IfMatch() ifMatch: string | undefined,
    @Body() { reason }: RejectBody,
  ): Promise<ProposalAnswer> {
    return this.judge.run(caller, id, ifMatch, { act: 'reject', note: reason });
  }

  /** The custodian handed over what was to be returned; the return goes into the ledger. */
  @Post(':proposalId/hand-over')
  @HttpCode(200)
  @Allow('property_custodian')
  @Idempotent({ required: false })
  @ApiOkResponse({ type: ProposalAnswer })
  handOver(
    @CurrentCaller() caller: Caller,
    @Param('proposalId', IdPipe) id: string,
    @Body() { collector }: HandOverBody,
  ): Promise<ProposalAnswer> {
    return this.judge.run(caller, id, AS_A_FACT, { act: 'carry_out', note: collector });
  }
}
