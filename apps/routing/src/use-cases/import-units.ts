import { Injectable } from '@nestjs/common';
import { Database } from '#persistence';
import { demandAll, sameInFile, type GivenRow, type Keep, type SheetStore, type Verdict } from '#sheets';
import { capacityInUse } from '../domain/refusals.js';
import { UnitChanges } from '../outbound/database/unit-changes.js';
import { UnitRepository } from '../outbound/database/unit.repository.js';
import type { UnitRow } from '../outbound/database/unit.table.js';
import { EnterUnits, type UnitInput } from './enter-units.js';
import { unitSheet, type UnitLine } from './unit-sheet.js';

/** Units read at a time. */
const PAGE = 1000;

/** Units from files, and into them. A unit is known by its code; one that is in no row stays as it is. */
@Injectable()
export class ImportUnits implements SheetStore<UnitLine> {
  readonly sheet = unitSheet;

  constructor(
    private readonly database: Database,
    private readonly units: UnitRepository,
    private readonly changes: UnitChanges,
    private readonly enterUnits: EnterUnits,
  ) {}

  put(rows: readonly GivenRow<UnitLine>[], keep: Keep): Promise<Verdict[]> {
    return this.database.write(async () => {
      const ids = rows.map(({ values: { id = '' } }) => id);
      const stored = new Map((await this.units.findMany(ids)).map((unit) => [unit.id, unit]));
      const taken = await this.changes.slotsTaken([...stored.keys()]);
      const verdicts = rows.map(({ values }) => {
        const before = stored.get(values.id ?? '');
        const places = before ? (taken.get(before.id) ?? []) : [];
        return this.judge(values, before, Math.max(0, ...places), keep !== 'none');
      });
      demandAll(keep, verdicts);
      return verdicts;
    });
  }

  async *pages(): AsyncIterable<readonly UnitLine[]> {
    for (let after: string | undefined, more = true; more;) {
      const page = await this.units.list({ limit: PAGE, ...(after !== undefined && { after }) });
      more = page.length > PAGE;
      const units = page.slice(0, PAGE);
      after = units.at(-1)?.id;
      yield units;
    }
  }

  private judge(values: Partial<UnitLine>, before: UnitRow | undefined, lastPlace: number, keep: boolean): Verdict {
    if (!before) {
      // every required column is there once a row was read
      if (keep) this.enterUnits.enter(values as UnitInput);
      return { outcome: 'created' };
    }
    const after = merged(before, values);
    if (sameInFile(unitSheet, before, after)) return { outcome: 'unchanged' };
    if (after.capacity < lastPlace) return { outcome: 'refused', refusal: capacityInUse({ place: lastPlace }) };
    if (keep) this.enterUnits.change(before, after);
    return { outcome: 'changed' };
  }
}

/** A unit with what a row says; an empty cell takes away what may be absent. */
function merged(before: UnitRow, values: Partial<UnitLine>): UnitRow {
  const { jurisdictions = [], districts = [], duty = 'on_duty' } = values;
  return {
    ...before,
    ...values,
    duty: 'duty' in values ? duty : before.duty,
    jurisdictions: 'jurisdictions' in values ? [...jurisdictions] : before.jurisdictions,
    districts: 'districts' in values ? [...districts] : before.districts,
  };
}
