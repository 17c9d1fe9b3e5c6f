import { Injectable } from '@nestjs/common';
import { DispatchReplanned, type PlanFact, type Priority, type RetimedClock } from '#contracts';
import { touch } from '#persistence';
import { Clock } from '#platform';
import { acknowledge } from '../domain/clocks/acknowledge.js';
import { clockFactsOf } from '../domain/clocks/clock.js';
import { setRing } from '../domain/clocks/ringing.js';
import { dispatchStateOf, hasLead, isOver, takesUnits } from '../domain/dispatch-lifecycle.js';
import { DispatchRepository } from '../outbound/database/dispatch.repository.js';
import type { AssignmentRow, DispatchRow } from '../outbound/database/routing.schema.js';
import { InformUnits } from './inform-units.js';
import {
  decisionTime,
  IssueAssignments,
  type DecisionTime,
  type FilledSlot,
  type SlotWish,
} from './issue-assignments.js';

/** What an incident asks for now; without a plan only its priority changed. */
export interface Demand {
  readonly incidentId: string;
  readonly priority: Priority;
  readonly plan?: PlanFact;
}

/**
 * Brings a running dispatch to what its incident asks for now: slots that the plan asks for in addition, and the limits of
 * running clocks. Nobody is called back and no mark is taken away.
 */
@Injectable()
export class ReplanDispatch {
  constructor(
    private readonly dispatches: DispatchRepository,
    private readonly issueAssignments: IssueAssignments,
    private readonly informUnits: InformUnits,
    private readonly clock: Clock,
  ) {}

  async run({ incidentId, priority, plan }: Demand): Promise<void> {
    const dispatch = await this.dispatches.find(incidentId);
    if (!dispatch) return;
    const raised = dispatch.priority !== priority;
    dispatch.priority = priority;
    if (raised) await this.dispatches.regradeGaps(incidentId, priority);
    const time = decisionTime(dispatch.facts, this.clock.now());
    const before = takesUnits(dispatch.state) ? await this.dispatches.assignmentsOf(dispatch) : [];
    const filled = takesUnits(dispatch.state) && plan ? await this.fill(dispatch, plan, before, time) : [];
    const retimed = raised ? this.retime(dispatch, before) : [];
    if (filled.length === 0 && retimed.length === 0) {
      if (raised) this.dispatches.note(dispatch);
      return;
    }
    dispatch.state = dispatchStateOf(dispatch.state, await this.dispatches.assignmentsOf(dispatch));
    this.dispatches.save(dispatch);
    this.dispatches.publish(
      dispatch,
      DispatchReplanned.of({
        incidentId,
        occurredAt: time.stated.toISOString(),
        priority,
        plan: dispatch.plan,
        slots: filled.map(({ slot }) => slot),
        assignments: filled.flatMap(({ assignment }) => assignment ?? []),
        informed: dispatch.informed,
        retimed,
        dispatchState: dispatch.state,
      }),
    );
  }

  /** Slots of their own for the disciplines that the plan asks for and the dispatch has none for. */
  private async fill(
    dispatch: DispatchRow,
    plan: PlanFact,
    all: readonly AssignmentRow[],
    time: DecisionTime,
  ): Promise<FilledSlot[]> {
    const last = Math.max(0, ...dispatch.slots.map(({ slot }) => slot));
    const wishes = plan.atOnce
      .filter((discipline) => !dispatch.slots.some((slot) => slot.discipline === discipline))
      .map((discipline, at): SlotWish => ({
        slot: last + at + 1,
        discipline,
        role: 'assist',
        excluded: new Set(all.map(({ unitId }) => unitId)),
      }));
    if (wishes.length === 0) return [];
    const { id: incidentId, priority, informed } = dispatch;
    const filled = await this.issueAssignments.run(incidentId, dispatch, wishes, time, !hasLead(all));
    dispatch.slots = [...dispatch.slots, ...filled.map(({ slot }) => slot)];
    dispatch.plan = plan;
    await this.dispatches.rememberPlan(plan, time.real);
    const told = informed.filter(({ discipline }) => plan.inform.includes(discipline));
    const untold = plan.inform.filter((discipline) => !told.some((one) => one.discipline === discipline));
    const more = await this.informUnits.run({ ...dispatch, plan: { ...plan, inform: untold } });
    dispatch.informed = [...told, ...more];
    this.dispatches.openGaps(
      filled
        .filter(({ assignment }) => assignment === undefined)
        .map(({ slot: { slot, discipline } }) => ({ incidentId, slot, discipline, priority, since: time.real })),
    );
    return filled;
  }

  /** Sets the clocks that still run to the limits of the new priority; what they said before stands. */
  private retime(dispatch: DispatchRow, all: readonly AssignmentRow[]): RetimedClock[] {
    const facts = clockFactsOf(dispatch);
    const limitMs = acknowledge.limitSeconds(facts) * 1000;
    return all
      .filter(({ state, milestones }) => !isOver(state) && !milestones.ACKNOWLEDGED)
      .flatMap((assignment) => {
        const by = new Date(assignment.issuedAt.getTime() + limitMs);
        if (by.getTime() === assignment.acknowledgeBy.getTime()) return [];
        assignment.acknowledgeBy = by;
        setRing(assignment, facts);
        touch(assignment);
        this.dispatches.saveAssignment(assignment);
        return { assignmentId: assignment.id, acknowledgeBy: by.toISOString() };
      });
  }
}
