import { Payload } from '@nestjs/microservices';
import { IncidentClosed, IncidentRestricted } from '#contracts';
import { EventConsumerController, OnEvent } from '#messaging';
import { CloseIncident } from '../../use-cases/close-incident.js';
import { RestrictIncident } from '../../use-cases/restrict-incident.js';

/** What intake hears from cases. */
@EventConsumerController()
export class CaseEvents {
  constructor(
    private readonly closeIncident: CloseIncident,
    private readonly restrictIncident: RestrictIncident,
  ) {}

  @OnEvent('intake', IncidentClosed)
  closed(@Payload() event: IncidentClosed): Promise<void> {
    return this.closeIncident.run(event);
  }

  @OnEvent('intake', IncidentRestricted)
  restricted(@Payload() event: IncidentRestricted): Promise<void> {
    return this.restrictIncident.run(event);
  }
}
