import { Injectable } from '@nestjs/common';
import { hasRole, type Caller, type CursorValue, type PageQuery } from '#platform';
import { Incidents, type IncidentFilter } from '../outbound/database/incidents.js';
import type { IncidentRow } from '../outbound/database/incident.table.js';
import { seesAll, seesRestricted } from './reader.js';

/** Lists incidents, newest first; enterprises and machines get those they filed a report of. */
@Injectable()
export class ListIncidents {
  constructor(private readonly incidents: Incidents) {}

  /** One row more than the page holds, when there is a next page. */
  run(query: PageQuery, filter: Omit<IncidentFilter, 'filedBy'>, caller: Caller): Promise<IncidentRow[]> {
    // Priority and state are internal: whoever does not see them may not find them out by filtering either.
    if (seesRestricted(caller)) return this.incidents.page(query, filter);
    if (seesAll(caller)) return this.incidents.page(query, { ...filter, restricted: { safeContact: undefined } });
    const { type, enterpriseId } = filter;
    // A contact's incidents are those of its enterprise; a machine has no part in a restricted one at all.
    const safeContact = hasRole(caller, 'enterprise_contact') ? caller.account.toLowerCase() : undefined;
    return this.incidents.page(query, { type, enterpriseId, filedBy: caller.accountId, restricted: { safeContact } });
  }
}

/** Sort key of an incident in the list: the cursor of its page. */
export const incidentKey = (incident: IncidentRow): CursorValue[] => Incidents.keyOf(incident);
