import { Injectable } from '@nestjs/common';
import type { IncidentClosed, IncidentRegraded } from '#contracts';
import { DispatchRepository } from '../outbound/database/dispatch.repository.js';

/** Keeps the priority and the end of an incident as others decided them. */
@Injectable()
export class FollowIncident {
  constructor(private readonly dispatches: DispatchRepository) {}

  async regraded({ incidentId, to }: IncidentRegraded): Promise<void> {
    await this.dispatches.follow(incidentId, { priority: to });
  }

  async closed({ incidentId }: IncidentClosed): Promise<void> {
    await this.dispatches.follow(incidentId, { state: 'CLOSED' });
  }
}
