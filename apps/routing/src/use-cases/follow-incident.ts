import { Injectable } from '@nestjs/common';
import type { IncidentClosed, IncidentFactsAdded, IncidentRegraded } from '#contracts';
import { dispatchStateAfter } from '../domain/dispatch-lifecycle.js';
import { DispatchRepository } from '../outbound/database/dispatch.repository.js';
import { ReplanDispatch } from './replan-dispatch.js';

/** Follows an incident whose facts, priority or end others decided. */
@Injectable()
export class FollowIncident {
  constructor(
    private readonly dispatches: DispatchRepository,
    private readonly replanDispatch: ReplanDispatch,
  ) {}

  regraded({ incidentId, to, plan }: IncidentRegraded): Promise<void> {
    return this.replanDispatch.run({ incidentId, priority: to, ...(plan && { plan }) });
  }

  factsAdded({ incidentId, priority, plan }: IncidentFactsAdded): Promise<void> {
    return this.replanDispatch.run({ incidentId, priority, plan });
  }

  async closed({ incidentId }: IncidentClosed): Promise<void> {
    const dispatch = await this.dispatches.find(incidentId);
    if (!dispatch) return;
    dispatch.state = dispatchStateAfter(dispatch.state, 'IncidentClosed');
    this.dispatches.note(dispatch);
  }
}
