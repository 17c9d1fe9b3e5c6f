import { rolesFor } from '#contracts';
import { Body, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse } from '@nestjs/swagger';
import { Allow, CurrentCaller, Idempotent, IfMatch, ServiceController, type Caller } from '#platform';
import { ProposalAnswer } from '../../domain/proposal/proposal-answer.js';
import { ProposeAboutFile } from '../../use-cases/propose-about-file.js';
import { IdPipe } from './id.pipe.js';
import { FileProposalBody } from './proposal.dto.js';

/** What is proposed about the file of an incident. */
@ServiceController('incident-files')
export class FileProposalsController {
  constructor(private readonly propose: ProposeAboutFile) {}

  /** Proposes to lift the restriction of disclosure; a case officer of the lead unit, with a case or without one. */
  @Post(':incidentId/proposals')
  @Allow(...rolesFor('file.propose'))
  @Idempotent({ required: false })
  @ApiCreatedResponse({ type: ProposalAnswer })
  make(
    @CurrentCaller() caller: Caller,
    @Param('incidentId', IdPipe) incidentId: string,
    @IfMatch() ifMatch: string | undefined,
    @Body() body: FileProposalBody,
  ): Promise<ProposalAnswer> {
    return this.propose.run(caller, incidentId, ifMatch, body);
  }
}
