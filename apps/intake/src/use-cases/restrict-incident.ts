import { Injectable } from '@nestjs/common';
import type { IncidentRestricted, IncidentRestrictionLifted } from '#contracts';
import { Incidents } from '../outbound/database/incidents.js';
import { AddFacts } from './add-facts.js';

/** Takes note that cases restricted who of the enterprise may know of an incident, or lifted that. */
@Injectable()
export class RestrictIncident {
  constructor(
    private readonly incidents: Incidents,
    private readonly addFacts: AddFacts,
  ) {}

  async restrict({ incidentId, safeContact }: IncidentRestricted): Promise<void> {
    const incident = await this.incidents.find(incidentId);
    if (!incident) return;
    incident.restricted = true;
    incident.safeContact = safeContact?.account?.toLowerCase();
    this.incidents.touch(incident);
  }

  /** The suspicion is answered: told again, it is news. */
  async lift({ incidentId }: IncidentRestrictionLifted): Promise<void> {
    const incident = await this.incidents.find(incidentId);
    if (!incident) return;
    const known = await this.addFacts.knownOf(incident);
    incident.facts = { ...known, flags: known.flags.filter((flag) => flag !== 'insider_suspected') };
    Object.assign(incident, { restricted: false, safeContact: undefined });
    this.incidents.touch(incident);
  }
}
