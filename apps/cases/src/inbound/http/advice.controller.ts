import { Body, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse } from '@nestjs/swagger';
import { rolesFor } from '#contracts';
import { Allow, CurrentCaller, Idempotent, ServiceController, type Caller } from '#platform';
import { FiledAdvice } from '../../domain/incident-file/incident-file.js';
import { IssueAdvice } from '../../use-cases/issue-advice.js';
import { AdviceBody } from './advice.dto.js';
import { IdPipe } from './id.pipe.js';

/** Prevention advice to the enterprise of an incident. */
@ServiceController('incident-files')
export class AdviceController {
  constructor(private readonly issueAdvice: IssueAdvice) {}

  /** Issues advice; the enterprise reads it in its file. */
  @Post(':incidentId/advice')
  @Allow(...rolesFor('file.advise'))
  @Idempotent({ required: false })
  @ApiCreatedResponse({ type: FiledAdvice })
  issue(
    @CurrentCaller() caller: Caller,
    @Param('incidentId', IdPipe) incidentId: string,
    @Body() body: AdviceBody,
  ): Promise<FiledAdvice> {
    return this.issueAdvice.run(caller, incidentId, body);
  }
}
