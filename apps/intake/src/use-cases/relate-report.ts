import { Injectable } from '@nestjs/common';
import type { Caller } from '#platform';
import { isOpen } from '../domain/incident/incident.js';
import { Incidents } from '../outbound/database/incidents.js';
import type { IncidentRow } from '../outbound/database/incident.table.js';
import { Reports } from '../outbound/database/reports.js';
import { mayKnow, seesAll } from './reader.js';
import { relatedClosed, relatedNotFound } from './report.refusals.js';

/** Whether somebody may add a report to an incident. */
@Injectable()
export class RelateReport {
  constructor(
    private readonly incidents: Incidents,
    private readonly reports: Reports,
  ) {}

  /**
   * Operators add to any incident, others to one that they filed a report of. Throws 422 when the caller may not know the
   * incident, 409 when it is over.
   */
  async run(incidentId: string, caller: Caller): Promise<void> {
    const incident = await this.incidents.find(incidentId);
    if (!incident || !(await this.mayAdd(incident, caller))) throw relatedNotFound();
    requireOpenIncident(incident);
  }

  private async mayAdd(incident: IncidentRow, caller: Caller): Promise<boolean> {
    const { id, filedBy } = incident;
    const filed =
      filedBy === caller.accountId || (!seesAll(caller) && (await this.reports.isFiledBy(id, caller.accountId)));
    return mayKnow('report.attach', caller, incident, filed);
  }
}

/** An incident that takes reports. Throws 422 when there is none, 409 when it is over. */
export function requireOpenIncident(incident: IncidentRow | undefined): IncidentRow {
  if (!incident) throw relatedNotFound();
  if (!isOpen(incident.state)) throw relatedClosed();
  return incident;
}
