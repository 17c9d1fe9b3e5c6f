import { Body, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { rolesFor } from '#contracts';
import { Allow, CurrentCaller, Idempotent, IfMatch, ServiceController, type Caller } from '#platform';
import { CloseIncident } from '../../use-cases/close-incident.js';
import { CloseBody, ClosedAnswer } from './closing.dto.js';
import { IdPipe } from './id.pipe.js';

/** Review and closing of incidents. */
@ServiceController('incidents')
export class ClosingController {
  constructor(private readonly closeIncident: CloseIncident) {}

  /** Closes a handled incident; the lead officer and the lead unit are refused. */
  @Post(':incidentId/close')
  @HttpCode(200)
  @Allow(...rolesFor('incident.close'))
  @Idempotent({ required: false })
  @ApiOkResponse({ type: ClosedAnswer })
  close(
    @CurrentCaller() caller: Caller,
    @Param('incidentId', IdPipe) incidentId: string,
    @IfMatch() ifMatch: string | undefined,
    @Body() body: CloseBody,
  ): Promise<ClosedAnswer> {
    return this.closeIncident.run(caller, incidentId, ifMatch, body);
  }
}
