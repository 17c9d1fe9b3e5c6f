import { Injectable } from '@nestjs/common';
import { IncidentRegraded, type Priority } from '#contracts';
import { actorOf, Clock, requireMatch, type Caller } from '#platform';
import { decisionOf } from '../domain/incident/decision.js';
import { regrade } from '../domain/incident/regrade.js';
import { Incidents } from '../outbound/database/incidents.js';
import type { IncidentRow } from '../outbound/database/incident.table.js';
import { AddFacts } from './add-facts.js';
import { incidentNotFound } from './incident.refusals.js';

/** Changes the priority of an incident by hand: up by a dispatcher, down only by the duty chief (gate G1). */
@Injectable()
export class RegradeIncident {
  constructor(
    private readonly incidents: Incidents,
    private readonly addFacts: AddFacts,
    private readonly clock: Clock,
  ) {}

  /** Throws 404, 428 and 412 when it is not decided on what is, 409 when it is over or graded so already, 403 when the caller may not lower it. */
  async run(
    id: string,
    { priority, reason }: { readonly priority: Priority; readonly reason: string },
    ifMatch: string | undefined,
    caller: Caller,
  ): Promise<IncidentRow> {
    const incident = await this.incidents.find(id);
    if (!incident) throw incidentNotFound();
    requireMatch(ifMatch, decisionOf(incident));
    const { from, to, firedRules } = regrade(incident, { to: priority, reason, roles: caller.roles });
    const plan = await this.addFacts.regrade(incident, { to, firedRules });
    this.incidents.publish(
      incident,
      IncidentRegraded.of({
        incidentId: id,
        from,
        to,
        occurredAt: this.clock.now().toISOString(),
        firedRules: incident.firedRules,
        plan,
        by: actorOf(caller),
        reason,
      }),
    );
    this.incidents.save(incident);
    return incident;
  }
}
