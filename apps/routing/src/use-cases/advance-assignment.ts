import { Injectable } from '@nestjs/common';
import {
  ASSIGNMENT_STATE_WORDS,
  AssignmentAcknowledged,
  AssignmentArrived,
  AssignmentDeparted,
  AssignmentWorkStarted,
  type AssignmentFact,
  type DomainEvent,
} from '#contracts';
import { actorOf, type Caller } from '#platform';
import { assignmentWrongState } from '../domain/refusals.js';
import { MILESTONES, reachMilestone, type MilestoneState } from '../domain/milestones.js';
import { DispatchRepository } from '../outbound/database/dispatch.repository.js';
import type { AssignmentRow } from '../outbound/database/assignment.table.js';
import { AssignmentDesk } from './assignment-desk.js';

/** A milestone that a unit reports itself. */
export type ReportedMilestone = Exclude<MilestoneState, 'ISSUED'>;

const EVENTS: Record<ReportedMilestone, (fact: AssignmentFact) => DomainEvent> = {
  ACKNOWLEDGED: (fact) => AssignmentAcknowledged.of(fact),
  EN_ROUTE: (fact) => AssignmentDeparted.of(fact),
  ARRIVED: (fact) => AssignmentArrived.of(fact),
  WORKING: (fact) => AssignmentWorkStarted.of(fact),
};

/** Takes a milestone of a unit's way: acknowledged, departed, arrived, working. Late and repeated ones are welcome. */
@Injectable()
export class AdvanceAssignment {
  constructor(
    private readonly desk: AssignmentDesk,
    private readonly dispatches: DispatchRepository,
  ) {}

  async run(
    assignmentId: string,
    milestone: ReportedMilestone,
    statedAt: string | undefined,
    caller: Caller,
  ): Promise<AssignmentRow> {
    const open = await this.desk.open(assignmentId, caller);
    const { assignment, dispatch } = open;
    const takes: readonly string[] = [...MILESTONES, 'COMPLETED'];
    if (!takes.includes(assignment.state)) {
      throw assignmentWrongState({
        state: ASSIGNMENT_STATE_WORDS[assignment.state],
        act: { zh: '报告进展', en: 'report progress' },
      });
    }
    const stated = this.desk.occurred(open, statedAt);
    const change = reachMilestone(assignment.state, assignment.milestones, milestone, {
      at: stated,
      stated: statedAt !== undefined,
    });
    if (!change) return assignment;
    assignment.state = change.state as AssignmentRow['state'];
    assignment.milestones = change.milestones;
    const occurredAt = new Date(change.milestones[milestone]?.at ?? stated);
    const fact = await this.desk.record(open, actorOf(caller), occurredAt, change.inferred);
    this.dispatches.publish(dispatch, EVENTS[milestone](fact));
    return assignment;
  }
}
