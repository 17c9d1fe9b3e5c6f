import { Injectable } from '@nestjs/common';
import type { IncidentClosed, IncidentRegraded } from '#contracts';
import { dispatchStateAfter } from '../domain/dispatch-lifecycle.js';
import { DispatchRepository } from '../outbound/database/dispatch.repository.js';

/** Keeps the priority and the end of an incident as others decided them. */
@Injectable()
export class FollowIncident {
  constructor(private readonly dispatches: DispatchRepository) {}

  async regraded({ incidentId, to }: IncidentRegraded): Promise<void> {
    const dispatch = await this.dispatches.find(incidentId);
    if (!dispatch) return;
    dispatch.priority = to;
    this.dispatches.note(dispatch);
    await this.dispatches.regradeGaps(incidentId, to);
  }

  async closed({ incidentId }: IncidentClosed): Promise<void> {
    const dispatch = await this.dispatches.find(incidentId);
    if (!dispatch) return;
    dispatch.state = dispatchStateAfter(dispatch.state, 'IncidentClosed');
    this.dispatches.note(dispatch);
  }
}
