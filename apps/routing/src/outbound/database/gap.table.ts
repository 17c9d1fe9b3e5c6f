import type { Discipline, Priority } from '#contracts';
import { column, defineTable } from '#persistence';

/** A slot that nobody could take. */
export interface GapRow {
  incidentId: string;
  slot: number;
  discipline: Discipline;
  priority: Priority;
  since: Date;
}

export const gaps = defineTable<GapRow>(
  'dispatch_gap',
  {
    incidentId: column.id(),
    slot: column.int(),
    discipline: column.text(10),
    priority: column.text(2),
    since: column.time(),
  },
  { primary: ['incidentId', 'slot'], index: [['discipline', 'priority', 'since']] },
);
