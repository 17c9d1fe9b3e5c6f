import type { ActorFact, BilingualText } from '#contracts';
import { column, defineTable } from '#persistence';

/** What the timeline says about one event. */
export interface TimelineDoc {
  text: BilingualText;
  by?: ActorFact;
  /** The version of decisions about the file since then; absent where they stand. */
  version?: number;
}

/** One line of the timeline; written once. */
export interface TimelineRow {
  incidentId: string;
  source: string;
  sequence: number;
  type: string;
  /** When it happened; a late report sorts here. */
  at: Date;
  /** When it became known. */
  recordedAt: Date;
  doc: TimelineDoc;
}

export const timelineEntries = defineTable<TimelineRow>(
  'timeline_entry',
  {
    incidentId: column.id(),
    source: column.text(20),
    sequence: column.int(),
    type: column.text(80),
    at: column.time(),
    recordedAt: column.time(),
    doc: column.json(),
  },
  { primary: ['incidentId', 'source', 'sequence'] },
);
