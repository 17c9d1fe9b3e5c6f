import { column, defineTable } from '#persistence';
import type { BilingualText } from '#contracts';
import type { Known } from '../../domain/known.js';

/** What is known of an incident; `version` guards against a second writer. */
export type IncidentAudienceRow = { -readonly [K in keyof Known]: Known[K] } & { version: number };

/** How far the feed of an audience has come. */
export interface FeedHeadRow {
  audience: string;
  lastSeq: number;
}

/** One thing that an audience was told. */
export interface FeedEntryRow {
  audience: string;
  /** From 1 per audience, without holes. */
  seq: number;
  type: string;
  /** Absent for events of units. */
  incidentId?: string;
  /** JSON exactly as sent. */
  data: string;
  at: Date;
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
  deliveredAt?: Date;
}

/** Columns and keys as the first migration creates them. */
export const shapes = {
  incidentAudience: {
    columns: {
      id: column.id(),
      number: column.text(40),
      typeName: column.json(),
      enterpriseId: column.id().nullable(),
      restricted: column.bool(),
      safeAccount: column.text(100).nullable(),
      units: column.json(),
      told: column.json(),
      notices: column.int(),
      version: column.int(),
    },
    keys: { primary: ['id'] },
  },
  feedHead: {
    columns: { audience: column.text(120), lastSeq: column.bigint() },
    keys: { primary: ['audience'] },
  },
  feedEntry: {
    columns: {
      audience: column.text(120),
      seq: column.bigint(),
      type: column.text(80),
      incidentId: column.id().nullable(),
      data: column.long(),
      at: column.time(),
    },
    keys: { primary: ['audience', 'seq'], index: [['at']] },
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
};

export const incidentAudiences = defineTable<IncidentAudienceRow>(
  'incident_audience',
  shapes.incidentAudience.columns,
  shapes.incidentAudience.keys,
);
export const feedHeads = defineTable<FeedHeadRow>('feed_head', shapes.feedHead.columns, shapes.feedHead.keys);
export const feedEntries = defineTable<FeedEntryRow>('feed_entry', shapes.feedEntry.columns, shapes.feedEntry.keys);
export const notices = defineTable<NoticeRow>('notice', shapes.notice.columns, shapes.notice.keys);
