import { Injectable } from '@nestjs/common';
import { contactAudiences, isOperator, type Listener } from '../domain/audiences.js';
import { incidentWanted } from '../domain/notification.refusals.js';
import { NoticeRepository } from '../outbound/database/notice.repository.js';
import type { NoticeRow } from '../outbound/database/tables.js';

/** What a list of notices is asked for. */
export interface NoticesWanted {
  readonly incidentId?: string;
  /** Id of the last notice of the page before. */
  readonly before?: string;
  readonly limit: number;
}

/**
 * Notices, newest first: operators see those of one incident, contacts of an enterprise their own and nobody else's.
 * Refuses operators who name no incident.
 */
@Injectable()
export class ListNotices {
  constructor(private readonly notices: NoticeRepository) {}

  run(caller: Listener, { incidentId, before, limit }: NoticesWanted): Promise<NoticeRow[]> {
    if (isOperator(caller)) {
      if (incidentId === undefined) throw incidentWanted();
      return this.notices.ofIncident(incidentId, before, limit);
    }
    const audiences = contactAudiences(caller);
    return audiences.length === 0 ? Promise.resolve([]) : this.notices.visibleTo(audiences, incidentId, before, limit);
  }
}
