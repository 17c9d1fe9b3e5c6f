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
import type { IncidentAudienceRow, NoticeRow } from '../outbound/database/tables.js';

/**
 * Tells everybody who may know of an event: one feed entry with the part of the police and that of the enterprise, which
 * also gets a stored notice. Everything is collected and written at the end of the unit of work, a fixed number of statements per chunk.
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
    const at = this.clock.now();
    const entry = {
      type,
      incidentId: facts.incidentId,
      audiences,
      data: JSON.stringify({ ...tokenOf(context), ...police }),
      at,
    };
    if (!row || !known) return this.feed.add(entry);
    if (known !== row) this.changed(row, known);
    if (!notice) return this.feed.add(entry);
    const { id, template: step, position, audience: noticeTo, number } = this.store(notice, known, context.id, at);
    const told = { noticeId: id, incidentId: known.id, number, step, position, at: facts.occurredAt };
    this.feed.add({ ...entry, noticeTo, notice: JSON.stringify(told) });
  }

  private changed(row: IncidentAudienceRow, known: Known): void {
    const side = enterpriseSide(known) ?? NOBODY;
    if (row.restricted && !known.restricted) this.notices.open(row.id);
    else if (known.restricted && side !== (enterpriseSide(row) ?? NOBODY)) this.notices.confine(row.id, side);
    this.incidents.keep(row, known);
  }

  /** What is known of the event's incident; undefined for events of no incident. */
  private async knownOf(type: ToldType, facts: Facts): Promise<IncidentAudienceRow | undefined> {
    if (facts.incidentId === undefined) return undefined;
    const row = await this.incidents.find(facts.incidentId);
    if (row) return row;
    if (type !== 'incident.reported.v1') throw incidentUnknown();
    return this.incidents.add(firstKnown(facts));
  }

  private store(notice: Notice, { id: incidentId, number }: Known, eventId: string, createdAt: Date): NoticeRow {
    const row = { ...notice, id: newId(), incidentId, eventId, number, visibleTo: notice.audience, createdAt };
    this.notices.add(row);
    return row;
  }
}

/** Which event it is: its id, its publisher and the publisher's number for it. */
const tokenOf = ({ id, source, sequence }: EventContext) => ({ eventId: id, source, version: sequence });
