import { Injectable } from '@nestjs/common';
import { DispatchReplanned, type InformedFact, type PlanFact, type Priority } from '#contracts';
import { Clock } from '#platform';
import { dispatchStateOf, hasLead, takesUnits } from '../domain/dispatch-lifecycle.js';
import { DispatchRepository } from '../outbound/database/dispatch.repository.js';
import type { AssignmentRow } from '../outbound/database/assignment.table.js';
import type { DispatchRow } from '../outbound/database/dispatch.table.js';
import { InformUnits } from './inform-units.js';
import {
  decisionTime,
  IssueAssignments,
  type DecisionTime,
  type FilledSlot,
  type SlotWish,
} from './issue-assignments.js';
import { retime } from './retime-clocks.js';

/** What an incident asks for now; without a plan only its priority changed. */
export interface Demand {
  readonly incidentId: string;
  readonly priority: Priority;
  readonly plan?: PlanFact;
}

/**
 * Brings a running dispatch to what its incident asks for now: slots and units to be informed that the plan asks for in
 * addition, and the limits of running clocks. Nobody is called back and no mark is taken away.
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
    if (raised) await this.dispatches.gaps.regrade(incidentId, priority);
    const time = decisionTime(dispatch.facts, this.clock.now());
    const before = takesUnits(dispatch.state) ? await this.dispatches.assignmentsOf(dispatch) : [];
    const { filled, told } = await this.extend(dispatch, plan, before, time);
    const retimed = raised ? retime(dispatch, before, this.dispatches) : [];
    if (filled.length + told.length + retimed.length === 0) {
      if (raised) this.dispatches.note(dispatch);
      return;
    }
    const now = await this.dispatches.assignmentsOf(dispatch);
    dispatch.state = dispatchStateOf(dispatch.state, now);
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
        newlyInformed: told,
        retimed,
        ...(takesUnits(dispatch.state) && !hasLead(now) && { leadMissing: true }),
        dispatchState: dispatch.state,
      }),
    );
  }

  /** What the plan asks for in addition; the plan is the dispatch's own from then on. */
  private async extend(
    dispatch: DispatchRow,
    plan: PlanFact | undefined,
    before: readonly AssignmentRow[],
    time: DecisionTime,
  ): Promise<{ filled: FilledSlot[]; told: InformedFact[] }> {
    if (!plan || !takesUnits(dispatch.state)) return { filled: [], told: [] };
    const filled = await this.fill(dispatch, plan, before, time);
    const told = await this.informUnits.more(dispatch, plan);
    if (filled.length + told.length > 0) {
      dispatch.plan = plan;
      await this.dispatches.plans.remember(plan, time.real);
    }
    return { filled, told };
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
    const { id: incidentId, priority } = dispatch;
    const filled = await this.issueAssignments.run(incidentId, dispatch, wishes, time, !hasLead(all));
    dispatch.slots = [...dispatch.slots, ...filled.map(({ slot }) => slot)];
    this.dispatches.gaps.add(
      filled
        .filter(({ assignment }) => assignment === undefined)
        .map(({ slot: { slot, discipline } }) => ({ incidentId, slot, discipline, priority, since: time.real })),
    );
    return filled;
  }
}
