import { Injectable } from '@nestjs/common';
import type { DomainEvent } from '#contracts';
import { Outbox } from '#messaging';
import { Aggregates, Database, LostRace, streamOf, touch } from '#persistence';
import { assignments, type AssignmentRow } from './assignment.table.js';
import { dispatches, type DispatchRow } from './dispatch.table.js';
import { OpenGaps } from './open-gaps.js';
import { UnitRoster } from './unit-roster.js';
import { UsedPlans } from './used-plans.js';

/** Dispatches with their assignments and gaps. */
@Injectable()
export class DispatchRepository {
  /** Slots that nobody could take. */
  readonly gaps: OpenGaps;
  /** Plans that some dispatch followed. */
  readonly plans: UsedPlans;
  private readonly dispatches: Aggregates<DispatchRow>;
  private readonly assignments: Aggregates<AssignmentRow>;

  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    roster: UnitRoster,
  ) {
    this.gaps = new OpenGaps(database);
    this.plans = new UsedPlans(database);
    this.dispatches = new Aggregates(database, dispatches);
    this.assignments = new Aggregates(database, assignments, (rows) => {
      roster.distrust(rows.map(({ unitId }) => unitId));
      return new LostRace('another dispatch took the same place of a unit');
    });
  }

  find(incidentId: string): Promise<DispatchRow | undefined> {
    return this.dispatches.find(incidentId);
  }

  add(dispatch: DispatchRow): void {
    this.dispatches.add(dispatch);
  }

  save(dispatch: DispatchRow): void {
    this.dispatches.save(dispatch);
  }

  /** Publishes an event about a dispatch that is added or saved with it. */
  publish(dispatch: DispatchRow, event: DomainEvent): void {
    this.outbox.publish(streamOf(dispatch), event);
  }

  /** Saves a change that routing only takes note of: it publishes nothing. */
  note(dispatch: DispatchRow): void {
    touch(dispatch);
    this.dispatches.save(dispatch);
  }

  assignment(id: string): Promise<AssignmentRow | undefined> {
    return this.assignments.find(id);
  }

  /** Every assignment a dispatch ever had, in the order of issue. */
  assignmentsOf(dispatch: DispatchRow): Promise<AssignmentRow[]> {
    return this.assignments.findMany(dispatch.slots.flatMap(({ assignmentId }) => assignmentId ?? []));
  }

  /** The same for readers outside of a unit of work. */
  readAssignments(incidentId: string): Promise<AssignmentRow[]> {
    return this.database.rows(assignments, 'WHERE `incident_id` = ? ORDER BY `slot`, `id`', [incidentId]);
  }

  /** Assignments of a unit, newest first; one row more than `limit`. */
  assignmentsOfUnit(
    unitId: string,
    openOnly: boolean,
    before: string | undefined,
    limit: number,
  ): Promise<AssignmentRow[]> {
    if (openOnly) return this.openAssignmentsOf(unitId, before, limit);
    const cut = before === undefined ? '' : ' AND `id` < ?';
    return this.database.rows(assignments, `WHERE \`unit_id\` = ?${cut} ORDER BY \`id\` DESC LIMIT ?`, [
      unitId,
      ...(before === undefined ? [] : [before]),
      limit + 1,
    ]);
  }

  /** As many as the unit has places, whatever it did before: no page is asked for, lest the longer index seem better. */
  private async openAssignmentsOf(unitId: string, before: string | undefined, limit: number): Promise<AssignmentRow[]> {
    const open = await this.database.rows(assignments, 'WHERE `unit_id` = ? AND `unit_slot` > 0', [unitId]);
    const wanted = open.filter(({ id }) => before === undefined || id < before);
    return wanted.sort((a, b) => (a.id < b.id ? 1 : -1)).slice(0, limit + 1);
  }

  issue(assignment: AssignmentRow): void {
    this.assignments.add(assignment);
  }

  saveAssignment(assignment: AssignmentRow): void {
    this.assignments.save(assignment);
  }
}
