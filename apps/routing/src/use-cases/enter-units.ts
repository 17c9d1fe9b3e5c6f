import { Injectable } from '@nestjs/common';
import { UnitChanged, type Discipline, type DutyState } from '#contracts';
import { Outbox } from '#messaging';
import { Database } from '#persistence';
import { Clock } from '#platform';
import type { UnitRow } from '../outbound/database/unit.table.js';
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

/** Enters units (first fill of a deployment, demo). Repeating it changes nothing. */
@Injectable()
export class EnterUnits {
  constructor(
    private readonly database: Database,
    private readonly units: UnitRepository,
    private readonly roster: UnitRoster,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** Opens its own unit of work; answers how many units were new. */
  run(inputs: readonly UnitInput[]): Promise<number> {
    return this.database.write(async () => {
      let entered = 0;
      for (const input of inputs) {
        if (await this.units.find(input.id)) continue;
        this.enter(input);
        entered += 1;
      }
      return entered;
    });
  }

  /** Enters a unit that is not there yet. Needs a unit of work. */
  enter(input: UnitInput): void {
    const { jurisdictions = [], districts = [], duty = 'on_duty' } = input;
    const unit: UnitRow = {
      ...input,
      duty,
      jurisdictions: [...jurisdictions],
      districts: [...districts],
      version: 0,
      updatedAt: this.clock.now(),
    };
    this.publish(unit);
    this.units.add(unit);
  }

  /** Puts other values into a unit that was found. Needs the unit of work that found it. */
  change(unit: UnitRow, values: Partial<UnitRow>): void {
    Object.assign(unit, values, { updatedAt: this.clock.now() });
    this.publish(unit);
    this.units.save(unit);
  }

  private publish(unit: UnitRow): void {
    this.outbox.publish(unit, unitChanged(unit));
    this.roster.put(unit);
  }
}

/** What others learn about a unit. */
export function unitChanged(unit: UnitRow): UnitChanged {
  const { id: unitId, name, discipline, duty, capacity, longitude, latitude, updatedAt } = unit;
  const changedAt = updatedAt.toISOString();
  return UnitChanged.of({ unitId, name, discipline, duty, capacity, longitude, latitude, changedAt });
}
