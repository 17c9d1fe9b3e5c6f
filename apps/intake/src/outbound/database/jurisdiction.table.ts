import { column, defineTable } from '#persistence';
import type { Zone } from '#contracts';

/** A police jurisdiction: its code, division and outline. */
export interface JurisdictionRow {
  code: string;
  name: string;
  /** Six digits (GB/T 2260). */
  district: string;
  zone: Zone;
  /** Closed ring of `[longitude, latitude]`. */
  outline: [number, number][];
  revision: number;
}

/** The jurisdiction map. */
export const jurisdictionTable = defineTable<JurisdictionRow>(
  'jurisdiction',
  {
    code: column.id(),
    name: column.text(100),
    district: column.text(6),
    zone: column.text(10),
    outline: column.json(),
    revision: column.bigint(),
  },
  { primary: ['code'], index: [['revision']] },
);
