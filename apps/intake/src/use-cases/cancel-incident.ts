import { Injectable } from '@nestjs/common';
import { IncidentCancelled, type CancelReason } from '#contracts';
import { actorOf, Clock, requireMatch, type Caller } from '#platform';
import { decisionOf } from '../domain/incident/decision.js';
import { cancel, SETTLED } from '../domain/incident/incident.js';
import { Incidents } from '../outbound/database/incidents.js';
import type { IncidentRow } from '../outbound/database/incident.table.js';
import { incidentNotFound } from './incident.refusals.js';

/** Calls an incident off that no unit has taken and that is no case; a P1 or P2 only the duty chief (gate G3). */
@Injectable()
export class CancelIncident {
  constructor(
    private readonly incidents: Incidents,
    private readonly clock: Clock,
  ) {}

  /** Throws 404, 428 and 412 when it is not decided on what is, 409 when it is over, taken by units or a case, 403 when it is too urgent. */
  async run(
    id: string,
    { reason, note }: { readonly reason: CancelReason; readonly note?: string },
    ifMatch: string | undefined,
    caller: Caller,
  ): Promise<IncidentRow> {
    const incident = await this.incidents.find(id);
    if (!incident) throw incidentNotFound();
    requireMatch(ifMatch, decisionOf(incident));
    incident.state = cancel(incident, caller.roles);
    const now = this.clock.now();
    incident.closedAt = now;
    Object.assign(incident, SETTLED);
    this.incidents.publish(
      incident,
      IncidentCancelled.of({
        incidentId: id,
        reason,
        ...(note !== undefined && { note }),
        occurredAt: now.toISOString(),
        by: actorOf(caller),
      }),
    );
    this.incidents.save(incident);
    return incident;
  }
}
