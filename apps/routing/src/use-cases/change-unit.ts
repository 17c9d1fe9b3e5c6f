import { Injectable } from '@nestjs/common';
import { UnitChanged, type Discipline, type DutyState } from '#contracts';
import { Outbox } from '#messaging';
import { Clock, hasRole, requireMatch, type Caller } from '#platform';
import { unitNotFound } from '../domain/refusals.js';
import type { UnitRow } from '../outbound/database/routing.schema.js';
import { UnitRepository } from '../outbound/database/unit.repository.js';
import { UnitRoster } from '../outbound/database/unit-roster.js';

/** A unit to be entered. */
export interface UnitInput {
  readonly id: string;
  readonly name: string;
  readonly discipline: Discipline;
  readonly agencyCode?: string;
  readonly capacity: number;
  readonly longitude: number;
  readonly latitude: number;
  readonly jurisdictions?: readonly string[];
  readonly districts?: readonly string[];
  readonly duty?: DutyState;
}

/** What of a unit may be changed while it works. */
export interface UnitEdit {
  readonly duty?: DutyState;
  readonly longitude?: number;
  readonly latitude?: number;
}

/** Enters units and changes their duty and position. The gap watch finds work for one that comes on duty. */
@Injectable()
export class ChangeUnit {
  constructor(
    private readonly units: UnitRepository,
    private readonly roster: UnitRoster,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** Enters units that are not known yet; answers how many were new. */
  async enter(inputs: readonly UnitInput[]): Promise<number> {
    let entered = 0;
    for (const input of inputs) {
      if (await this.units.find(input.id)) continue;
      const { jurisdictions = [], districts = [], duty = 'on_duty' } = input;
      const unit: UnitRow = {
        ...input,
        duty,
        jurisdictions: [...jurisdictions],
        districts: [...districts],
        version: 0,
        updatedAt: this.clock.now(),
      };
      this.announce(unit);
      this.units.add(unit);
      entered += 1;
    }
    return entered;
  }

  /** Changes a unit; the unit itself or the dispatch desk may. */
  async run(unitId: string, edit: UnitEdit, ifMatch: string | undefined, caller: Caller): Promise<UnitRow> {
    const unit = await this.units.find(unitId);
    if (!unit || !(caller.unitId === unitId || hasRole(caller, 'dispatcher', 'duty_chief'))) throw unitNotFound();
    requireMatch(ifMatch, unit);
    Object.assign(unit, edit, { updatedAt: this.clock.now() });
    this.announce(unit);
    this.units.save(unit);
    return unit;
  }

  private announce(unit: UnitRow): void {
    const { id: unitId, name, discipline, duty, capacity, longitude, latitude, updatedAt } = unit;
    const changedAt = updatedAt.toISOString();
    this.outbox.publish(
      unit,
      UnitChanged.of({ unitId, name, discipline, duty, capacity, longitude, latitude, changedAt }),
    );
    this.roster.put(unit);
  }
}
