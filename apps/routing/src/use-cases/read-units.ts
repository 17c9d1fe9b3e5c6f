import { Injectable } from '@nestjs/common';
import { hasRole, type Caller } from '#platform';
import { unitNotFound } from '../domain/refusals.js';
import { UnitRepository, type UnitFilter } from '../outbound/database/unit.repository.js';
import { UnitChanges } from '../outbound/database/unit-changes.js';
import type { UnitRecord } from './records.js';

/** A unit with how many assignments it holds; the place only for those who may know where units are. */
export interface UnitSeen {
  readonly unit: UnitRecord;
  readonly active: number;
  readonly placeShown: boolean;
}

/** Units as somebody may see them: officers their own, the desk and the leaders all. */
@Injectable()
export class ReadUnits {
  constructor(
    private readonly units: UnitRepository,
    private readonly changes: UnitChanges,
  ) {}

  /** One more than `limit`, by code. */
  async list(filter: Omit<UnitFilter, 'only'>, caller: Caller): Promise<UnitSeen[]> {
    const only = seesAll(caller) ? {} : { only: caller.unitId ?? '' };
    return this.seen(await this.units.list({ ...filter, ...only }), caller);
  }

  async one(id: string, caller: Caller): Promise<UnitSeen> {
    const unit = seesAll(caller) || caller.unitId === id ? await this.units.find(id) : undefined;
    if (!unit) throw unitNotFound();
    const [seen] = await this.seen([unit], caller);
    return seen as UnitSeen;
  }

  private async seen(units: readonly UnitRecord[], caller: Caller): Promise<UnitSeen[]> {
    const taken = await this.changes.slotsTaken(units.map(({ id }) => id));
    const desk = hasRole(caller, 'call_taker', 'dispatcher', 'duty_chief');
    return units.map((unit) => ({
      unit,
      active: taken.get(unit.id)?.length ?? 0,
      placeShown: desk || caller.unitId === unit.id,
    }));
  }
}

const seesAll = (caller: Caller): boolean =>
  hasRole(caller, 'call_taker', 'dispatcher', 'duty_chief', 'supervisor', 'analyst');
