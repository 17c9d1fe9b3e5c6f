import { Injectable } from '@nestjs/common';
import type { IncidentRestricted } from '#contracts';
import { Incidents } from '../outbound/database/incidents.js';

/** Takes note that cases restricted who of the enterprise may know of an incident. */
@Injectable()
export class RestrictIncident {
  constructor(private readonly incidents: Incidents) {}

  async run({ incidentId, safeContact }: IncidentRestricted): Promise<void> {
    const incident = await this.incidents.find(incidentId);
    if (!incident) return;
    incident.restricted = true;
    incident.safeContact = safeContact?.account?.toLowerCase();
    this.incidents.touch(incident);
  }
}
