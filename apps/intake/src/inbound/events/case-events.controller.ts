import { Payload } from '@nestjs/microservices';
import { CaseRegistered, IncidentClosed, IncidentRestricted, IncidentRestrictionLifted } from '#contracts';
import { EventConsumerController, OnEvent } from '#messaging';
import { CloseIncident } from '../../use-cases/close-incident.js';
import { FollowHandling } from '../../use-cases/follow-handling.js';
import { RestrictIncident } from '../../use-cases/restrict-incident.js';

/** What intake hears from cases. */
@EventConsumerController()
export class CaseEvents {
  constructor(
    private readonly closeIncident: CloseIncident,
    private readonly restrictIncident: RestrictIncident,
    private readonly followHandling: FollowHandling,
  ) {}

  @OnEvent('intake', IncidentClosed)
  closed(@Payload() event: IncidentClosed): Promise<void> {
    return this.closeIncident.run(event);
  }

  @OnEvent('intake', IncidentRestricted)
  restricted(@Payload() event: IncidentRestricted): Promise<void> {
    return this.restrictIncident.restrict(event);
  }

  @OnEvent('intake', IncidentRestrictionLifted)
  lifted(@Payload() event: IncidentRestrictionLifted): Promise<void> {
    return this.restrictIncident.lift(event);
  }

  @OnEvent('intake', CaseRegistered)
  caseRegistered(@Payload() event: CaseRegistered): Promise<void> {
    return this.followHandling.caseOpened(event);
  }
}
