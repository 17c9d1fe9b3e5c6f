import { Payload } from '@nestjs/microservices';
import { IncidentClosed } from '#contracts';
import { EventConsumerController, OnEvent } from '#messaging';
import { CloseIncident } from '../../use-cases/close-incident.js';

/** What intake hears from cases. */
@EventConsumerController()
export class CaseEvents {
  constructor(private readonly closeIncident: CloseIncident) {}

  @OnEvent('intake', IncidentClosed)
  closed(@Payload() event: IncidentClosed): Promise<void> {
    return this.closeIncident.run(event);
  }
}
