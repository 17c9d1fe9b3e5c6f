import { Injectable } from '@nestjs/common';
import { Database } from '#persistence';
import { normalOutline, sameInFile, type GivenRow, type Keep, type SheetStore, type Verdict } from '#sheets';
import { Jurisdictions } from '../outbound/database/jurisdictions.js';
import type { JurisdictionRow } from '../outbound/database/jurisdiction.table.js';
import { areaSheet, type AreaLine } from './area-sheet.js';

/** Areas of the jurisdiction map from files, and into them. An area is known by its code; one that is in no row stays as it is. */
@Injectable()
export class ImportAreas implements SheetStore<AreaLine> {
  readonly sheet = areaSheet;

  constructor(
    private readonly database: Database,
    private readonly jurisdictions: Jurisdictions,
  ) {}

  put(rows: readonly GivenRow<AreaLine>[], keep: Keep): Promise<Verdict[]> {
    return this.database.write(async () => {
      // every required column is there once a row was read
      const areas = rows.map(({ values }) => storedForm(values as AreaLine));
      const stored = await this.jurisdictions.find(areas.map(({ code }) => code));
      const before = new Map(stored.map((row) => [row.code, storedForm(row)]));
      const changed = areas.filter((area) => !isSame(area, before.get(area.code)));
      if (keep !== 'none') await this.jurisdictions.put(changed);
      const moved = new Set(changed);
      return areas.map((area): Verdict => {
        if (!before.has(area.code)) return { outcome: 'created' };
        return { outcome: moved.has(area) ? 'changed' : 'unchanged' };
      });
    });
  }

  async *pages(): AsyncIterable<readonly AreaLine[]> {
    yield await this.map();
  }

  async map(): Promise<AreaLine[]> {
    return (await this.jurisdictions.list()).map(storedForm);
  }
}

const isSame = (area: AreaLine, before: AreaLine | undefined): boolean =>
  before !== undefined &&
  sameInFile(areaSheet, before, area) &&
  JSON.stringify(before.outline) === JSON.stringify(area.outline);

/** An area with its outline in the one way to write it. */
function storedForm({ code, name, district, zone, outline }: AreaLine): Omit<JurisdictionRow, 'revision'> {
  const ring = normalOutline(outline).map(([lon, lat]): [number, number] => [lon, lat]);
  return { code, name, district, zone, outline: ring };
}
