import { Body, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse } from '@nestjs/swagger';
import { rolesFor } from '#contracts';
import { Allow, CurrentCaller, Idempotent, IfMatch, ServiceController, type Caller } from '#platform';
import { CaseAnswer } from '../../domain/case/case-view.js';
import { OpenCase } from '../../use-cases/open-case.js';
import { CaseOpeningBody } from './case.dto.js';
import { IdPipe } from './id.pipe.js';

/** Cases begin at their incident. */
@ServiceController('incidents')
export class OpeningController {
  constructor(private readonly openCase: OpenCase) {}

  /**
   * Opens the case of an incident (受案登记); a case officer of the lead unit. One case per incident: who opens it again gets
   * the one that is there. Never of an incident that was called off.
   */
  @Post(':incidentId/case')
  @Allow(...rolesFor('case.open'))
  @Idempotent({ required: false })
  @ApiCreatedResponse({ type: CaseAnswer })
  open(
    @CurrentCaller() caller: Caller,
    @Param('incidentId', IdPipe) incidentId: string,
    @IfMatch() ifMatch: string | undefined,
    @Body() body: CaseOpeningBody,
  ): Promise<CaseAnswer> {
    return this.openCase.run(caller, incidentId, ifMatch, body);
  }
}
