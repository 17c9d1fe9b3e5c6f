import { Injectable } from '@nestjs/common';
import type { InformedFact, PlanFact } from '#contracts';
import { unitFor } from '../domain/selection/select-unit.js';
import { INFORM_RULES } from '../domain/selection/rules/index.js';
import type { DispatchRow } from '../outbound/database/dispatch.table.js';
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

  /** Tells units of the disciplines that a plan wants informed and nobody is yet; who was told stays told. */
  async more(dispatch: DispatchRow, plan: PlanFact): Promise<InformedFact[]> {
    const known = new Set(dispatch.informed.flatMap(({ unit, discipline }) => (unit ? discipline : [])));
    const untold = plan.inform.filter((discipline) => !known.has(discipline));
    if (untold.length === 0) return [];
    const found = await this.run({ ...dispatch, plan: { ...plan, inform: untold } });
    const told = found.filter(({ unit }) => unit !== undefined);
    const now = new Set(told.map(({ discipline }) => discipline));
    dispatch.informed = [...dispatch.informed.filter(({ discipline }) => !now.has(discipline)), ...told];
    return told;
  }
}
