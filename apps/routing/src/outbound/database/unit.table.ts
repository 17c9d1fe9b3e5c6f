import type { Discipline, DutyState } from '#contracts';
import { column, defineTable } from '#persistence';

/** A unit of police or a partner; `id` is its code. */
export interface UnitRow {
  id: string;
  name: string;
  discipline: Discipline;
  /** Twelve-digit agency code (GA 380). */
  agencyCode?: string;
  duty: DutyState;
  /** Assignments it may hold at once. */
  capacity: number;
  longitude: number;
  latitude: number;
  jurisdictions: string[];
  districts: string[];
  version: number;
  updatedAt: Date;
}

export const units = defineTable<UnitRow>(
  'unit',
  {
    id: column.id(),
    name: column.text(80),
    discipline: column.text(10),
    agencyCode: column.text(12).nullable(),
    duty: column.text(10),
    capacity: column.int(),
    longitude: column.double(),
    latitude: column.double(),
    jurisdictions: column.json(),
    districts: column.json(),
    version: column.int(),
    updatedAt: column.time(),
  },
  { primary: ['id'], index: [['updatedAt'], ['discipline', 'id']] },
);
