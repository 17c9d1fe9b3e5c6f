import { Injectable } from '@nestjs/common';
import type { DomainEvent } from '#contracts';
import type { EventContext } from '#messaging';
import { Clock, newId } from '#platform';
import { enterpriseSide, NOBODY } from '../domain/audiences.js';
import type { Facts } from '../domain/facts.js';
import { factsOf, type ToldType } from '../domain/facts-of.js';
import { firstKnown, type Known } from '../domain/known.js';
import { incidentUnknown } from '../domain/notification.refusals.js';
import { tell, type Notice } from '../domain/tell.js';
import { AudienceRepository } from '../outbound/database/audience.repository.js';
import { FeedRepository } from '../outbound/database/feed.repository.js';
import { NoticeRepository } from '../outbound/database/notice.repository.js';
import type { IncidentAudienceRow } from '../outbound/database/tables.js';

/** Type of the feed entry that tells an enterprise of a new notice. */
const NOTICE_DELIVERED = 'notice.delivered.v1';

/**
 * Tells everybody who may know of an event: feed entries for the police, a stored notice and a feed entry for the
 * enterprise. Everything is collected and written at the end of the unit of work, a fixed number of statements per chunk.
 * Refuses with `notice.incident-unknown` when the incident's report is missing, so that the event waits for it.
 */
@Injectable()
export class RecordEvent {
  constructor(
    private readonly incidents: AudienceRepository,
    private readonly feed: FeedRepository,
    private readonly notices: NoticeRepository,
    private readonly clock: Clock,
  ) {}

  async run(event: DomainEvent, context: EventContext): Promise<void> {
    const { type, facts } = factsOf(event);
    const row = await this.knownOf(type, facts);
    const { known, audiences, police, notice } = tell(type, facts, row);
    const data = JSON.stringify({ eventId: context.id, source: context.source, version: context.sequence, ...police });
    const at = this.clock.now();
    for (const audience of audiences) {
      this.feed.add({ audience, type, incidentId: facts.incidentId, data, at });
    }
    if (!row || !known) return;
    const side = enterpriseSide(known) ?? NOBODY;
    if (side !== (enterpriseSide(row) ?? NOBODY)) this.notices.confine(row.id, side);
    if (known !== row) this.incidents.keep(row, known);
    if (notice) this.announce(notice, known, context.id, facts.occurredAt);
  }

  /** What is known of the event's incident; undefined for events of no incident. */
  private async knownOf(type: ToldType, facts: Facts): Promise<IncidentAudienceRow | undefined> {
    if (facts.incidentId === undefined) return undefined;
    const row = await this.incidents.find(facts.incidentId);
    if (row) return row;
    if (type !== 'incident.reported.v1') throw incidentUnknown();
    return this.incidents.add(firstKnown(facts));
  }

  private announce(notice: Notice, known: Known, eventId: string, occurredAt: string): void {
    const at = this.clock.now();
    const id = newId();
    const { audience, template, position } = notice;
    this.notices.add({
      ...notice,
      id,
      incidentId: known.id,
      eventId,
      number: known.number,
      visibleTo: audience,
      createdAt: at,
    });
    const data = { noticeId: id, incidentId: known.id, number: known.number, step: template, position, at: occurredAt };
    this.feed.add({ audience, type: NOTICE_DELIVERED, incidentId: known.id, data: JSON.stringify(data), at });
  }
}
