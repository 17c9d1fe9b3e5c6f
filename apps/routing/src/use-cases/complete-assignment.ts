import { Injectable } from '@nestjs/common';
import { ASSIGNMENT_STATE_WORDS, AssignmentCompleted, AssignmentRecalled, type Outcome } from '#contracts';
import { actorOf, type Caller } from '#platform';
import { assignmentLifecycle } from '../domain/assignment-lifecycle.js';
import { isOver } from '../domain/dispatch-lifecycle.js';
import { completionTime } from '../domain/milestones.js';
import {
  assignmentWrongState,
  assistsStillActive,
  feedbackFirst,
  outcomeOnlyFromLead,
  outcomeRequired,
} from '../domain/refusals.js';
import { DispatchRepository } from '../outbound/database/dispatch.repository.js';
import type { AssignmentRow } from '../outbound/database/assignment.table.js';
import { AssignmentDesk, type OpenAssignment } from './assignment-desk.js';
import { ReleaseUnit } from './release-unit.js';
import { WatchGaps } from './watch-gaps.js';

/** The final feedback of a unit. */
export interface FinalFeedback {
  readonly text: string;
  readonly occurredAt?: string;
  /** What came of the incident; from the lead only. */
  readonly outcome?: Outcome;
  /** The lead calls back the units that still assist. */
  readonly releaseAssists?: boolean;
}

/** Takes a unit's final feedback. The lead comes last, or releases the others with it. */
@Injectable()
export class CompleteAssignment {
  constructor(
    private readonly desk: AssignmentDesk,
    private readonly dispatches: DispatchRepository,
    private readonly releaseUnit: ReleaseUnit,
    private readonly watchGaps: WatchGaps,
  ) {}

  async run(assignmentId: string, final: FinalFeedback, caller: Caller): Promise<AssignmentRow> {
    const open = await this.desk.open(assignmentId, caller);
    const { assignment, dispatch } = open;
    check(assignment, final);
    const occurredAt = completionTime(assignment.milestones, {
      at: this.desk.occurred(open, final.occurredAt),
      stated: final.occurredAt !== undefined,
    });
    const freed = [assignment];
    if (assignment.role === 'lead') {
      freed.push(...(await this.releaseAssists(open, final.releaseAssists ?? false, caller, occurredAt)));
      await this.dispatches.gaps.drop(dispatch.id);
    }
    await this.releaseUnit.run(assignment, 'COMPLETED');
    assignment.milestones = { ...assignment.milestones, COMPLETED: { at: occurredAt.toISOString() } };
    const fact = await this.desk.record(open, actorOf(caller), occurredAt);
    const { text, outcome } = final;
    this.dispatches.publish(dispatch, AssignmentCompleted.of({ ...fact, text, ...(outcome && { outcome }) }));
    this.watchGaps.soon(freed.map(({ discipline }) => discipline));
    return assignment;
  }

  private async releaseAssists(
    { assignment: lead, dispatch }: OpenAssignment,
    release: boolean,
    caller: Caller,
    occurredAt: Date,
  ): Promise<AssignmentRow[]> {
    const all = await this.dispatches.assignmentsOf(dispatch);
    const active = all.filter(({ id, state }) => id !== lead.id && !isOver(state));
    if (active.length > 0 && !release) {
      throw assistsStillActive({ units: active.map(({ unitName }) => unitName).join('、') });
    }
    for (const assignment of active) {
      const from = assignment.state;
      await this.releaseUnit.run(assignment, 'RECALLED');
      const fact = await this.desk.record({ assignment, dispatch }, actorOf(caller), occurredAt);
      this.dispatches.publish(dispatch, AssignmentRecalled.of({ ...fact, from }));
    }
    return active;
  }
}

function check({ state, role, feedbackCount }: AssignmentRow, { outcome }: FinalFeedback): void {
  if (!assignmentLifecycle.can(state, 'FinalFeedbackGiven')) {
    throw assignmentWrongState({
      state: ASSIGNMENT_STATE_WORDS[state],
      act: { zh: '终结反馈', en: 'give the final feedback' },
    });
  }
  if (role === 'lead' && outcome === undefined) throw outcomeRequired();
  if (role !== 'lead' && outcome !== undefined) throw outcomeOnlyFromLead();
  if (role === 'lead' && feedbackCount === 0) throw feedbackFirst();
}
