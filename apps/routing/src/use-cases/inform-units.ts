import { Injectable } from '@nestjs/common';
import type { InformedFact } from '#contracts';
import { unitFor } from '../domain/selection/select-unit.js';
import { INFORM_RULES } from '../domain/selection/rules/index.js';
import type { DispatchRow } from '../outbound/database/routing.schema.js';
import { UnitRoster } from '../outbound/database/unit-roster.js';

const NOBODY: ReadonlySet<string> = new Set();

/** Finds who is told about an incident without being sent (知会). */
@Injectable()
export class InformUnits {
  constructor(private readonly roster: UnitRoster) {}

  async run({ plan, facts, priority }: Pick<DispatchRow, 'plan' | 'facts' | 'priority'>): Promise<InformedFact[]> {
    const places = await this.roster.places();
    return plan.inform.map((discipline) => {
      const wish = { slot: 0, discipline, priority, place: facts.place, excluded: NOBODY };
      const unit = unitFor(wish, places, INFORM_RULES);
      return unit ? { discipline, unit: { id: unit.id, name: unit.name, discipline } } : { discipline };
    });
  }
}
