import { Injectable } from '@nestjs/common';
import type { InformedFact } from '#contracts';
import { selectUnit } from '../domain/selection/select-unit.js';
import { coversDistrict } from '../domain/selection/rules/covers-district.js';
import { ownJurisdiction } from '../domain/selection/rules/own-jurisdiction.js';
import type { DispatchRow } from '../outbound/database/routing.schema.js';
import { UnitRoster } from '../outbound/database/unit-roster.js';

/** Being told takes no place and starts no clock: only who is in charge there matters. */
const RULES = [coversDistrict, ownJurisdiction];

/** Finds who is told about an incident without being sent (知会). */
@Injectable()
export class InformUnits {
  constructor(private readonly roster: UnitRoster) {}

  async run({ plan, facts, priority }: Pick<DispatchRow, 'plan' | 'facts' | 'priority'>): Promise<InformedFact[]> {
    const places = await this.roster.places();
    return plan.inform.map((discipline) => {
      const wish = { slot: 0, discipline, priority, place: facts.place, excluded: new Set<string>() };
      const { unit } = selectUnit(wish, places, RULES);
      return unit ? { discipline, unit: { id: unit.id, name: unit.name, discipline } } : { discipline };
    });
  }
}
