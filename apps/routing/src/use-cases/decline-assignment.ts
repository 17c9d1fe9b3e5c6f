import { Injectable } from '@nestjs/common';
import {
  ASSIGNMENT_STATE_WORDS,
  AssignmentAdded,
  AssignmentDeclined,
  AssignmentDeclineRejected,
  AssignmentDeclineRequested,
  type AssignmentState,
  type DeclineReason,
} from '#contracts';
import type { Caller } from '#platform';
import { assignmentLifecycle, type AssignmentEvent } from '../domain/assignment-lifecycle.js';
import { assignmentWrongState } from '../domain/refusals.js';
import { DispatchRepository } from '../outbound/database/dispatch.repository.js';
import type { AssignmentRow } from '../outbound/database/routing.schema.js';
import { actorOf, AssignmentDesk, type OpenAssignment } from './assignment-desk.js';
import { AddUnit } from './add-unit.js';
import { ReleaseUnit } from './release-unit.js';

/** Why a unit cannot take an assignment. */
export interface Decline {
  readonly reason: DeclineReason;
  readonly note?: string;
}

/** A unit may ask to be released (申请退单); the dispatcher decides, and the clock keeps running meanwhile. */
@Injectable()
export class DeclineAssignment {
  constructor(
    private readonly desk: AssignmentDesk,
    private readonly dispatches: DispatchRepository,
    private readonly releaseUnit: ReleaseUnit,
    private readonly addUnit: AddUnit,
  ) {}

  async request(assignmentId: string, { reason, note }: Decline, caller: Caller): Promise<AssignmentRow> {
    const open = await this.desk.open(assignmentId, caller);
    open.assignment.state = stateAfter(open, 'DeclineRequested', { zh: '申请退单', en: 'ask to be released' });
    open.assignment.decline = { reason, ...(note !== undefined && { note }) };
    const fact = await this.desk.record(open, actorOf(caller), this.desk.occurred(open, undefined));
    this.dispatches.publish(open.dispatch, AssignmentDeclineRequested.of({ ...fact, ...open.assignment.decline }));
    return open.assignment;
  }

  async reject(assignmentId: string, caller: Caller): Promise<AssignmentRow> {
    const open = await this.desk.open(assignmentId, caller);
    open.assignment.state = stateAfter(open, 'DeclineRejected', { zh: '驳回退单', en: 'refuse the release' });
    const fact = await this.desk.record(open, actorOf(caller), this.desk.occurred(open, undefined));
    this.dispatches.publish(open.dispatch, AssignmentDeclineRejected.of(fact));
    return open.assignment;
  }

  /** Releases the unit; a replacement of the same discipline is issued first, so that the lead is never missing. */
  async approve(assignmentId: string, caller: Caller): Promise<AssignmentRow> {
    const open = await this.desk.open(assignmentId, caller);
    const { assignment, dispatch } = open;
    const declined = stateAfter(open, 'DeclineApproved', { zh: '批准退单', en: 'approve the release' });
    const { discipline, role } = assignment;
    const replacement = await this.addUnit.run(dispatch, { discipline, role });
    if (replacement) {
      this.dispatches.publish(
        dispatch,
        AssignmentAdded.of({ ...replacement, replaces: assignment.id, by: actorOf(caller) }),
      );
    }
    await this.releaseUnit.run(assignment, declined);
    const fact = await this.desk.record(open, actorOf(caller), this.desk.occurred(open, undefined));
    this.dispatches.publish(
      dispatch,
      AssignmentDeclined.of({ ...fact, ...(assignment.decline ?? { reason: 'engaged' as const }) }),
    );
    return assignment;
  }
}

/** @throws `assignment.wrong-state` where the table does not let it happen */
function stateAfter(
  { assignment: { state } }: OpenAssignment,
  event: AssignmentEvent,
  act: { zh: string; en: string },
): AssignmentState {
  const next = assignmentLifecycle.next(state, event);
  if (!next) throw assignmentWrongState({ state: ASSIGNMENT_STATE_WORDS[state], act });
  return next;
}
