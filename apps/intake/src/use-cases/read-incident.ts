import { Injectable } from '@nestjs/common';
import type { Caller } from '#platform';
import { Incidents } from '../outbound/database/incidents.js';
import type { IncidentRow } from '../outbound/database/incident.table.js';
import type { ReportRow } from '../outbound/database/report.table.js';
import { Reports } from '../outbound/database/reports.js';
import { incidentNotFound } from './incident.refusals.js';
import { mayKnow, seesAll } from './reader.js';

/** An incident and the reports of it that the reader may know. */
export interface IncidentWithReports {
  readonly incident: IncidentRow;
  readonly reports: readonly ReportRow[];
}

/**
 * Reads one incident; enterprises and machines only one that they filed a report of, and of its reports only their own. A
 * restricted one is hidden from whom its file is hidden.
 */
@Injectable()
export class ReadIncident {
  constructor(
    private readonly incidents: Incidents,
    private readonly reports: Reports,
  ) {}

  async run(id: string, caller: Caller): Promise<IncidentWithReports> {
    const incident = await this.incidents.find(id);
    if (!incident) throw incidentNotFound();
    const all = await this.reports.ofIncident(id);
    const own = all.filter(({ filedBy }) => filedBy === caller.accountId);
    if (!mayKnow('incident.read', caller, incident, own.length > 0)) throw incidentNotFound();
    return { incident, reports: seesAll(caller) ? all : own };
  }
}
