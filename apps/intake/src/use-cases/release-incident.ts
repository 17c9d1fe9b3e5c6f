import { Injectable } from '@nestjs/common';
import { IncidentReleased } from '#contracts';
import { actorOf, Clock, requireMatch, type Caller } from '#platform';
import { Released } from '../domain/admission/released.js';
import { raisedByReports } from '../domain/incident/attach-report.js';
import { decisionOf } from '../domain/incident/decision.js';
import { release, type Hold } from '../domain/incident/hold.js';
import { Incidents } from '../outbound/database/incidents.js';
import type { IncidentRow } from '../outbound/database/incident.table.js';
import { Reports } from '../outbound/database/reports.js';
import { AddFacts } from './add-facts.js';
import { incidentNotFound } from './incident.refusals.js';
import { factsFor } from './stored-incident.js';

/** Lets units move for what was held: they are sent, or what later reports told counts. Which of the two is held decides. */
@Injectable()
export class ReleaseIncident {
  constructor(
    private readonly incidents: Incidents,
    private readonly reports: Reports,
    private readonly addFacts: AddFacts,
    private readonly released: Released,
    private readonly clock: Clock,
  ) {}

  /** Throws 404, 428 and 412 when it is not decided on what is, 409 when it is over or nothing of it is held. */
  async run(
    id: string,
    { note }: { readonly note?: string },
    ifMatch: string | undefined,
    caller: Caller,
  ): Promise<IncidentRow> {
    const incident = await this.incidents.find(id);
    if (!incident) throw incidentNotFound();
    requireMatch(ifMatch, decisionOf(incident));
    const hold = release(incident);
    const now = this.clock.now();
    incident.hold = undefined;
    this.incidents.publish(
      incident,
      IncidentReleased.of({
        incidentId: id,
        occurredAt: now.toISOString(),
        by: actorOf(caller),
        ...(note !== undefined && { note }),
        priority: incident.priority,
        plan: await this.addFacts.planOf(incident),
      }),
    );
    if (hold.of === 'facts') await this.countReports(incident, hold, now);
    else this.released.add(id);
    this.incidents.save(incident);
    return incident;
  }

  /** What the reports told that waited; their number too may raise the incident. */
  private async countReports(incident: IncidentRow, { since }: Hold, recordedAt: Date): Promise<void> {
    for (const { id: reportId, typeCode, receivedAt, facts } of await this.reports.heldSince(
      incident.id,
      new Date(since),
    )) {
      const told = factsFor(incident, typeCode, facts);
      await this.addFacts.run(incident, told, { toldAt: receivedAt, recordedAt, reportId }, raisedByReports(incident));
    }
  }
}
