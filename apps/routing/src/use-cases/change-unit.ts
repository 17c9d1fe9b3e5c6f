import { Injectable } from '@nestjs/common';
import type { DutyState } from '#contracts';
import { Outbox } from '#messaging';
import { Clock, hasRole, requireMatch, type Caller } from '#platform';
import { unitNotFound } from '../domain/refusals.js';
import { unitChanged } from './enter-units.js';
import type { UnitRow } from '../outbound/database/unit.table.js';
import { UnitRepository } from '../outbound/database/unit.repository.js';
import { UnitRoster } from '../outbound/database/unit-roster.js';

/** What of a unit may be changed while it works. */
export interface UnitEdit {
  readonly duty?: DutyState;
  readonly longitude?: number;
  readonly latitude?: number;
}

/** Changes duty and position of units. The gap watch finds work for one that comes on duty. */
@Injectable()
export class ChangeUnit {
  constructor(
    private readonly units: UnitRepository,
    private readonly roster: UnitRoster,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** Changes a unit; the unit itself or the dispatch desk may. */
  async run(unitId: string, edit: UnitEdit, ifMatch: string | undefined, caller: Caller): Promise<UnitRow> {
    const unit = await this.units.find(unitId);
    if (!unit || !(caller.unitId === unitId || hasRole(caller, 'dispatcher', 'duty_chief'))) throw unitNotFound();
    requireMatch(ifMatch, unit);
    Object.assign(unit, edit, { updatedAt: this.clock.now() });
    this.outbox.publish(unit, unitChanged(unit));
    this.roster.put(unit);
    this.units.save(unit);
    return unit;
  }
}
