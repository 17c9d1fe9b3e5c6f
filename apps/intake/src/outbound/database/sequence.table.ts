import { column, defineTable } from '#persistence';

/** A counter by name: serial numbers per prefix and day, and revisions of the directories. */
export interface SequenceRow {
  name: string;
  value: number;
}

/** Counters. */
export const sequenceTable = defineTable<SequenceRow>(
  'number_sequence',
  { name: column.id(), value: column.bigint() },
  { primary: ['name'] },
);
