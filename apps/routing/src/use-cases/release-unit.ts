import { Injectable } from '@nestjs/common';
import type { AssignmentState } from '#contracts';
import { Deadlines } from '#persistence';
import type { AssignmentRow } from '../outbound/database/routing.schema.js';
import { UnitRoster } from '../outbound/database/unit-roster.js';
import { ACKNOWLEDGE } from './issue-assignments.js';

/** Ends an assignment: its unit has a free place again and its clock stops. */
@Injectable()
export class ReleaseUnit {
  constructor(
    private readonly roster: UnitRoster,
    private readonly deadlines: Deadlines,
  ) {}

  async run(assignment: AssignmentRow, state: AssignmentState): Promise<void> {
    const { unitSlot } = assignment;
    assignment.state = state;
    if (unitSlot !== undefined) (await this.roster.places()).release(assignment.unitId, unitSlot);
    delete assignment.unitSlot;
    await this.deadlines.cancel(ACKNOWLEDGE, [assignment.id]);
  }
}
