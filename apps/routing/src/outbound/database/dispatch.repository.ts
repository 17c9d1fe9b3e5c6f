import { Injectable } from '@nestjs/common';
import type { Discipline, DomainEvent, PlanFact, Priority } from '#contracts';
import { Outbox } from '#messaging';
import { Aggregates, Database, LostRace, sqlTime, streamOf, touch, type SqlParam } from '#persistence';
import {
  assignments,
  dispatches,
  gaps,
  responsePlans,
  type AssignmentRow,
  type DispatchRow,
  type GapRow,
} from './routing.schema.js';
import { UnitRoster } from './unit-roster.js';

/** Dispatches with their assignments and gaps. */
@Injectable()
export class DispatchRepository {
  private readonly dispatches: Aggregates<DispatchRow>;
  private readonly assignments: Aggregates<AssignmentRow>;
  private readonly knownPlans = new Set<string>();

  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    roster: UnitRoster,
  ) {
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

  /** Gives the open slots of an incident another priority, those that this unit of work has yet to write too. */
  async regradeGaps(incidentId: string, priority: Priority): Promise<void> {
    for (const gap of this.unwrittenGaps) if (gap.incidentId === incidentId) gap.priority = priority;
    await this.database.execute('UPDATE `dispatch_gap` SET `priority` = ? WHERE `incident_id` = ?', [
      priority,
      incidentId,
    ]);
  }

  /** Notes slots that stay open; written with the transaction. */
  openGaps(rows: readonly GapRow[]): void {
    this.database.unit.collect(gaps, 'guard', (items) => this.database.insert(gaps, items), rows);
  }

  /** Takes a gap for filling; false when somebody else was faster. */
  async takeGap({ incidentId, slot }: GapRow): Promise<boolean> {
    const taken = await this.database.execute('DELETE FROM `dispatch_gap` WHERE `incident_id` = ? AND `slot` = ?', [
      incidentId,
      slot,
    ]);
    return taken === 1;
  }

  async dropGaps(incidentId: string): Promise<void> {
    const { unwrittenGaps } = this;
    for (let at = unwrittenGaps.length - 1; at >= 0; at -= 1) {
      if (unwrittenGaps[at]?.incidentId === incidentId) unwrittenGaps.splice(at, 1);
    }
    await this.database.execute('DELETE FROM `dispatch_gap` WHERE `incident_id` = ?', [incidentId]);
  }

  /** Gaps that this unit of work will write at its end. */
  private get unwrittenGaps(): GapRow[] {
    return this.database.unit.local<GapRow[]>(gaps, () => []);
  }

  /** Open gaps of a discipline in the order of filling (priority, then age), those behind `last` when it is given. */
  gaps(discipline: Discipline, most: number, last?: GapRow): Promise<GapRow[]> {
    const behind = last
      ? ' AND `priority` >= ? AND (`priority` > ? OR `since` > ? OR ' +
        '(`since` = ? AND (`incident_id` > ? OR (`incident_id` = ? AND `slot` > ?))))'
      : '';
    return this.database.rows(
      gaps,
      `WHERE \`discipline\` = ?${behind} ORDER BY \`priority\`, \`since\`, \`incident_id\`, \`slot\` LIMIT ?`,
      [discipline, ...(last ? placeOf(last) : []), most],
    );
  }

  /** Disciplines that some incident waits for. */
  async gapDisciplines(): Promise<Discipline[]> {
    const rows = await this.database.query<{ discipline: Discipline }>(
      'SELECT DISTINCT `discipline` FROM `dispatch_gap`',
    );
    return rows.map(({ discipline }) => discipline);
  }

  /** Keeps a plan the first time it is used. */
  async rememberPlan(plan: PlanFact, now: Date): Promise<void> {
    const key = `${plan.id}|${plan.version}`;
    if (this.knownPlans.has(key)) return;
    const known = await this.database.one(responsePlans, 'WHERE `plan_id` = ? AND `plan_version` = ?', [
      plan.id,
      plan.version,
    ]);
    if (!known) {
      await this.database.insert(responsePlans, [
        { planId: plan.id, planVersion: plan.version, plan, firstUsedAt: now },
      ]);
    }
    this.database.unit.afterCommit(() => this.knownPlans.add(key));
  }

  /** Plans ever used, by id and version. */
  plans() {
    return this.database.rows(responsePlans, 'ORDER BY `plan_id`, `plan_version`');
  }
}

/** Where a gap stands in the order of filling, as {@link DispatchRepository.gaps} asks for what is behind it. */
function placeOf({ priority, since, incidentId, slot }: GapRow): SqlParam[] {
  return [priority, priority, sqlTime(since), sqlTime(since), incidentId, incidentId, slot];
}
