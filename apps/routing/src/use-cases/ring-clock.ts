import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ClockBreached, ClockWarned } from '#contracts';
import { DeadlineRunner, touch } from '#persistence';
import { clockFactsOf } from '../domain/clocks/clock.js';
import { afterRing, nextRing, setRing, type Ring } from '../domain/clocks/ringing.js';
import { DispatchRepository } from '../outbound/database/dispatch.repository.js';
import { assignments, type AssignmentRow } from '../outbound/database/assignment.table.js';

const EVENTS = { warned: ClockWarned, breached: ClockBreached } as const;

/** Says what the clocks of an assignment have reached: reminded, breached, escalated. Changes no state. */
@Injectable()
export class RingClock implements OnModuleInit {
  constructor(
    private readonly dispatches: DispatchRepository,
    private readonly runner: DeadlineRunner,
  ) {}

  onModuleInit(): void {
    const fire = (id: string, firedAt: Date) => this.run(id, firedAt);
    this.runner.watch({ name: 'clock', table: assignments, at: 'ringsAt', fire });
  }

  async run(assignmentId: string, firedAt: Date): Promise<void> {
    const assignment = await this.dispatches.assignment(assignmentId);
    const dispatch = assignment && (await this.dispatches.find(assignment.incidentId));
    const ring = dispatch && nextRing(assignment, clockFactsOf(dispatch));
    if (!ring) return;
    if (ring.dueAt <= firedAt) {
      assignment.rung = afterRing(assignment.rung, ring);
      this.dispatches.publish(dispatch, EVENTS[ring.stage.says].of(factOf(assignment, ring, firedAt)));
      this.dispatches.save(dispatch);
    }
    setRing(assignment, clockFactsOf(dispatch));
    touch(assignment);
    this.dispatches.saveAssignment(assignment);
  }
}

const factOf = (
  { id, incidentId, unitId, unitName, discipline }: AssignmentRow,
  { clock, stage, startedAt, limitSeconds, dueAt }: Ring,
  firedAt: Date,
) => ({
  incidentId,
  assignmentId: id,
  unit: { id: unitId, name: unitName, discipline },
  clock: clock.kind,
  clockName: clock.name,
  startedAt: startedAt.toISOString(),
  limitSeconds,
  stage: stage.percent,
  dueAt: dueAt.toISOString(),
  firedAt: firedAt.toISOString(),
  ...(stage.escalatedTo && { escalatedTo: stage.escalatedTo }),
});
