import { Payload } from '@nestjs/microservices';
import {
  IncidentCancelled,
  IncidentClosed,
  IncidentFactsAdded,
  IncidentRegraded,
  IncidentReleased,
  IncidentReported,
} from '#contracts';
import { EventConsumerController, OnEvent } from '#messaging';
import { CancelDispatch } from '../../use-cases/cancel-dispatch.js';
import { FollowIncident } from '../../use-cases/follow-incident.js';
import { PlanDispatch } from '../../use-cases/plan-dispatch.js';

/** What dispatch does when something happens to an incident. */
@EventConsumerController()
export class IncidentEvents {
  constructor(
    private readonly planDispatch: PlanDispatch,
    private readonly cancelDispatch: CancelDispatch,
    private readonly followIncident: FollowIncident,
  ) {}

  @OnEvent('routing', IncidentReported)
  reported(@Payload() event: IncidentReported): Promise<void> {
    return this.planDispatch.run(event);
  }

  @OnEvent('routing', IncidentReleased)
  released(@Payload() event: IncidentReleased): Promise<void> {
    return this.planDispatch.released(event);
  }

  @OnEvent('routing', IncidentFactsAdded)
  factsAdded(@Payload() event: IncidentFactsAdded): Promise<void> {
    return this.followIncident.factsAdded(event);
  }

  @OnEvent('routing', IncidentRegraded)
  regraded(@Payload() event: IncidentRegraded): Promise<void> {
    return this.followIncident.regraded(event);
  }

  @OnEvent('routing', IncidentCancelled)
  cancelled(@Payload() event: IncidentCancelled): Promise<void> {
    return this.cancelDispatch.run(event);
  }

  @OnEvent('routing', IncidentClosed)
  closed(@Payload() event: IncidentClosed): Promise<void> {
    return this.followIncident.closed(event);
  }
}
