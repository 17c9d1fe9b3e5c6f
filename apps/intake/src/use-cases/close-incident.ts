import { Injectable } from '@nestjs/common';
import type { IncidentClosed } from '#contracts';
import { Incidents } from '../outbound/database/incidents.js';
import { close, SETTLED } from '../domain/incident/incident.js';

/** Takes note that the review closed an incident, so that nothing more is attached to it. */
@Injectable()
export class CloseIncident {
  constructor(private readonly incidents: Incidents) {}

  async run(closed: IncidentClosed): Promise<void> {
    const incident = await this.incidents.find(closed.incidentId);
    const state = incident && close(incident);
    if (!state) return;
    Object.assign(incident, SETTLED);
    incident.state = state;
    incident.closedAt = new Date(closed.closedAt);
    incident.outcome = closed.outcome;
    this.incidents.touch(incident);
  }
}
