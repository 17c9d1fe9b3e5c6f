import type { BilingualText } from '#contracts';
import { seenColumn, type SeenRow } from '#messaging';
import { column, defineTable } from '#persistence';
import type { DeliveryState } from '../../domain/delivery.js';
import type { FeedEntry } from '../../domain/feed-entry.js';
import type { Known } from '../../domain/known.js';

/** What is known of an incident; `version` guards against a second writer. */
export type IncidentAudienceRow = { -readonly [K in keyof Known]: Known[K] } & SeenRow;

/** The one counter of the feed: its last number. */
export interface FeedCounterRow {
  name: string;
  value: number;
}

/** A notice to an enterprise, and what became of it. */
export interface NoticeRow {
  id: string;
  incidentId: string;
  /** The event that caused it. */
  eventId: string;
  number: string;
  template: string;
  templateVersion: number;
  /** Counts the notices of the incident from 1. */
  position: number;
  /** Whom it was addressed to. */
  audience: string;
  /** Who of the enterprise may read it now; narrower than `audience` once the incident is restricted. */
  visibleTo: string;
  text: BilingualText;
  createdAt: Date;
  /** When the enterprise could read it in a channel that shows what is stored. */
  deliveredAt?: Date;
}

/** A notice on its way through one channel that leaves this database. */
export interface DeliveryRow {
  channel: string;
  incidentId: string;
  /** The notice's own: the deliveries of an incident go out in this order. */
  position: number;
  noticeId: string;
  state: DeliveryState;
  /** Attempts so far, the one under way included. */
  attempts: number;
  /** The next attempt; while one is under way, when it is lost. */
  dueAt: Date;
  /** Why the last attempt failed. */
  reason?: string;
  /** When it was sent, delivered or given up. */
  settledAt?: Date;
}

const shapes = {
  incidentAudience: {
    columns: {
      id: column.id(),
      number: column.text(40),
      typeName: column.json(),
      service: column.bool().nullable(),
      enterpriseId: column.id().nullable(),
      restricted: column.bool(),
      safeAccount: column.text(100).nullable(),
      units: column.json(),
      told: column.json(),
      notices: column.int(),
      version: column.int(),
      seen: seenColumn,
    },
    keys: { primary: ['id'] },
  },
  feedCounter: {
    columns: { name: column.id(), value: column.bigint() },
    keys: { primary: ['name'] },
  },
  feed: {
    columns: {
      seq: column.bigint(),
      incidentId: column.id().nullable(),
      type: column.text(80),
      audiences: column.json(),
      data: column.long(),
      noticeTo: column.text(120).nullable(),
      notice: column.long().nullable(),
      at: column.time(),
    },
    keys: { primary: ['seq'], index: [['at']] },
  },
  notice: {
    columns: {
      id: column.id(),
      incidentId: column.id(),
      eventId: column.id(),
      number: column.text(40),
      template: column.text(40),
      templateVersion: column.int(),
      position: column.int(),
      audience: column.text(120),
      visibleTo: column.text(120),
      text: column.json(),
      createdAt: column.time(),
      deliveredAt: column.time().nullable(),
    },
    keys: {
      primary: ['id'],
      unique: [
        ['incidentId', 'eventId', 'template'],
        ['incidentId', 'position'],
      ],
      index: [['visibleTo', 'id']],
    },
  },
  delivery: {
    columns: {
      channel: column.text(40),
      incidentId: column.id(),
      position: column.int(),
      noticeId: column.id(),
      state: column.text(20),
      attempts: column.int(),
      dueAt: column.time(),
      reason: column.text(500).nullable(),
      settledAt: column.time().nullable(),
    },
    keys: { primary: ['channel', 'incidentId', 'position'], index: [['channel', 'state', 'dueAt']] },
  },
};

export const incidentAudiences = defineTable<IncidentAudienceRow>(
  'incident_audience',
  shapes.incidentAudience.columns,
  shapes.incidentAudience.keys,
);
export const feedCounter = defineTable<FeedCounterRow>(
  'feed_counter',
  shapes.feedCounter.columns,
  shapes.feedCounter.keys,
);
export const feed = defineTable<FeedEntry>('feed', shapes.feed.columns, shapes.feed.keys);
export const notices = defineTable<NoticeRow>('notice', shapes.notice.columns, shapes.notice.keys);
export const deliveries = defineTable<DeliveryRow>('delivery', shapes.delivery.columns, shapes.delivery.keys);
