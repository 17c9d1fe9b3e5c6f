import { Injectable } from '@nestjs/common';
import { DispatchPlanned, type IncidentReleased, type IncidentReported } from '#contracts';
import { Clock } from '#platform';
import { dispatchLifecycle, dispatchStateAfter, isHeld } from '../domain/dispatch-lifecycle.js';
import { DispatchRepository } from '../outbound/database/dispatch.repository.js';
import type { DispatchRow, IncidentFacts } from '../outbound/database/dispatch.table.js';
import { InformUnits } from './inform-units.js';
import { decisionTime, IssueAssignments, type DecisionTime, type SlotWish } from './issue-assignments.js';

const NOBODY: ReadonlySet<string> = new Set();

/** Answers a report with units of several disciplines in one decision, gaps named; one that is held once it is released. */
@Injectable()
export class PlanDispatch {
  constructor(
    private readonly dispatches: DispatchRepository,
    private readonly issueAssignments: IssueAssignments,
    private readonly informUnits: InformUnits,
    private readonly clock: Clock,
  ) {}

  async run(event: IncidentReported): Promise<void> {
    const facts = factsOf(event);
    const time = decisionTime(facts, this.clock.now());
    const dispatch = newDispatch(event, facts, time);
    if (event.hold === undefined) await this.plan(dispatch, time);
    this.dispatches.add(dispatch);
  }

  /** Sends units by the plan as it is by now; nobody for one that was not held, or is over. */
  async released({ incidentId, priority, plan }: IncidentReleased): Promise<void> {
    const dispatch = await this.dispatches.find(incidentId);
    if (!dispatch || !isHeld(dispatch.state)) return;
    const time = decisionTime(dispatch.facts, this.clock.now());
    Object.assign(dispatch, { priority, plan, plannedAt: time.stated });
    await this.plan(dispatch, time);
    this.dispatches.save(dispatch);
  }

  private async plan(dispatch: DispatchRow, time: DecisionTime): Promise<void> {
    const { id: incidentId, plan, priority } = dispatch;
    dispatch.state = dispatchStateAfter(dispatch.state, 'IncidentTriaged');
    const wishes = plan.atOnce.map((discipline, at): SlotWish => ({
      slot: at + 1,
      discipline,
      role: 'assist',
      excluded: NOBODY,
    }));
    const filled = await this.issueAssignments.run(incidentId, dispatch, wishes, time, true);
    const issued = filled.flatMap(({ assignment }) => assignment ?? []);
    dispatch.slots = filled.map(({ slot }) => slot);
    dispatch.informed = await this.informUnits.run(dispatch);
    if (issued.length > 0) dispatch.state = dispatchStateAfter(dispatch.state, 'IncidentDispatched');
    await this.dispatches.plans.remember(plan, time.real);
    this.dispatches.gaps.add(
      dispatch.slots
        .filter(({ assignmentId }) => assignmentId === undefined)
        .map(({ slot, discipline }) => ({ incidentId, slot, discipline, priority, since: time.real })),
    );
    const { slots, informed, state } = dispatch;
    this.dispatches.publish(
      dispatch,
      DispatchPlanned.of({
        incidentId,
        plannedAt: time.stated.toISOString(),
        priority,
        plan,
        slots,
        assignments: issued,
        informed,
        ...(!issued.some(({ role }) => role === 'lead') && { leadMissing: true }),
        dispatchState: state,
      }),
    );
  }
}

function factsOf({ number, incidentType, slaProfile, place, receivedAt, recordedAt }: IncidentReported): IncidentFacts {
  const { longitude, latitude, district, jurisdiction, zone, precision } = place;
  return {
    number,
    typeCode: incidentType.code,
    slaProfile,
    place: {
      longitude,
      latitude,
      district,
      zone,
      ...(jurisdiction !== undefined && { jurisdiction }),
      ...(precision === 'far' && { held: true }),
    },
    lateMs: Math.max(0, Date.parse(recordedAt) - Date.parse(receivedAt)),
  };
}

const newDispatch = (
  { incidentId, priority, plan }: IncidentReported,
  facts: IncidentFacts,
  { stated }: DecisionTime,
): DispatchRow => ({
  id: incidentId,
  state: dispatchLifecycle.initial,
  priority,
  facts,
  plan,
  slots: [],
  informed: [],
  plannedAt: stated,
  version: 0,
  published: 0,
});
