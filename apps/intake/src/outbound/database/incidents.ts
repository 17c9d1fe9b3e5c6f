import { Injectable } from '@nestjs/common';
import type { DomainEvent, IncidentState, Priority } from '#contracts';
import { Outbox } from '#messaging';
import { Aggregates, Database, sqlTime, sqlTimeOf, streamOf, touch, type SqlParam } from '#persistence';
import { decodeCursor, type CursorValue, type PageQuery } from '#platform';
import { incidentTable, type IncidentRow } from './incident.table.js';

/** What a list of incidents may be narrowed to. */
export interface IncidentFilter {
  readonly state?: IncidentState;
  readonly priority?: Priority;
  readonly type?: string;
  readonly enterpriseId?: string;
  /** Only incidents that this account filed a report of. */
  readonly filedBy?: string;
  /** Of restricted ones only those of this safe contact; all of them when absent. */
  readonly restricted?: { readonly safeContact: string | undefined };
}

/** Incidents by id, and their lists, newest first. */
@Injectable()
export class Incidents extends Aggregates<IncidentRow> {
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
  ) {
    super(db, incidentTable);
  }

  /** Publishes an event about an incident. */
  publish(incident: IncidentRow, event: DomainEvent): void {
    this.outbox.publish(streamOf(incident), event);
  }

  /** Marks a change that is not published. */
  touch(incident: IncidentRow): void {
    touch(incident);
    this.save(incident);
  }

  /** One page (and one row more), newest first. */
  page(query: PageQuery, filter: IncidentFilter): Promise<IncidentRow[]> {
    const where: string[] = [];
    const params: SqlParam[] = [];
    const narrow = (condition: string, value: string | undefined) => {
      if (value === undefined) return;
      where.push(condition);
      params.push(value);
    };
    narrow('`state` = ?', filter.state);
    narrow('`priority` = ?', filter.priority);
    narrow('`type_code` = ?', filter.type);
    narrow('`enterprise_id` = ?', filter.enterpriseId);
    narrow('`id` IN (SELECT `incident_id` FROM `report` WHERE `filed_by` = ?)', filter.filedBy);
    if (filter.restricted) narrow('(`restricted` = 0 OR `safe_contact` = ?)', filter.restricted.safeContact ?? '');
    const after = decodeCursor(query.after, 2);
    if (after) {
      const at = sqlTimeOf(String(after[0]));
      where.push('(`received_at` < ? OR (`received_at` = ? AND `id` < ?))');
      params.push(at, at, String(after[1]));
    }
    const narrowed = where.length > 0 ? `WHERE ${where.join(' AND ')} ` : '';
    return this.db.rows(incidentTable, `${narrowed}ORDER BY \`received_at\` DESC, \`id\` DESC LIMIT ?`, [
      ...params,
      query.limit + 1,
    ]);
  }

  /** Sort key of a row in {@link page}. */
  static keyOf({ receivedAt, id }: IncidentRow): CursorValue[] {
    return [sqlTime(receivedAt), id];
  }
}
