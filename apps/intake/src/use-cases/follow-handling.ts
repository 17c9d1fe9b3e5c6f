import { Injectable } from '@nestjs/common';
import type { AssignmentFact, CaseRegistered } from '#contracts';
import { isOpen, type IncidentHandling } from '../domain/incident/incident.js';
import { Incidents } from '../outbound/database/incidents.js';

/** Takes note of what others make of an incident: where its units stand, and that it became a case. */
@Injectable()
export class FollowHandling {
  constructor(private readonly incidents: Incidents) {}

  /** A unit did something that may have moved where the dispatch stands. */
  unitMoved({ incidentId, dispatchState }: AssignmentFact): Promise<void> {
    return this.note(incidentId, { dispatchState });
  }

  /** An officer opened a case. */
  caseOpened({ incidentId, number }: CaseRegistered): Promise<void> {
    return this.note(incidentId, { caseNumber: number });
  }

  /** Writes only what is new; of an incident that is over nothing is to be decided any more. */
  private async note(incidentId: string, heard: IncidentHandling): Promise<void> {
    const incident = await this.incidents.find(incidentId);
    if (!incident || !isOpen(incident.state)) return;
    const { dispatchState, caseNumber } = incident;
    const now = { dispatchState, caseNumber, ...heard };
    if (now.dispatchState === dispatchState && now.caseNumber === caseNumber) return;
    Object.assign(incident, heard);
    // Its units are free again.
    if (now.dispatchState === 'HANDLED') incident.servedFor = undefined;
    this.incidents.touch(incident);
  }
}
