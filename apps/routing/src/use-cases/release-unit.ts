import { Injectable } from '@nestjs/common';
import type { AssignmentState } from '#contracts';
import { Clock } from '#platform';
import type { AssignmentRow } from '../outbound/database/assignment.table.js';
import { UnitRoster } from '../outbound/database/unit-roster.js';

/** Ends an assignment: its unit has a free place again. */
@Injectable()
export class ReleaseUnit {
  constructor(
    private readonly roster: UnitRoster,
    private readonly clock: Clock,
  ) {}

  async run(assignment: AssignmentRow, state: AssignmentState): Promise<void> {
    const { unitSlot } = assignment;
    assignment.state = state;
    if (unitSlot !== undefined) (await this.roster.places()).release(assignment.unitId, unitSlot);
    delete assignment.unitSlot;
    Object.assign(assignment, this.roster.mark(this.clock.now()));
  }
}
