import { Injectable } from '@nestjs/common';
import {
  ASSIGNMENT_STATE_WORDS,
  AssignmentAdded,
  AssignmentDeclined,
  AssignmentDeclineRejected,
  AssignmentDeclineRequested,
  type AssignmentState,
} from '#contracts';
import { actorOf, requireMatch, type Caller } from '#platform';
import { assignmentLifecycle, type AssignmentEvent } from '../domain/assignment-lifecycle.js';
import { decidedAgain, decisionOf, type Decline } from '../domain/release.js';
import { assignmentWrongState } from '../domain/refusals.js';
import { DispatchRepository } from '../outbound/database/dispatch.repository.js';
import type { AssignmentRow } from '../outbound/database/assignment.table.js';
import { AssignmentDesk, type OpenAssignment } from './assignment-desk.js';
import { AddUnit } from './add-unit.js';
import { handOverLead } from './hand-over-lead.js';
import { ReleaseUnit } from './release-unit.js';

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
    const version = decidedAgain(open.assignment.decline);
    open.assignment.decline = { reason, ...(note !== undefined && { note }), version };
    const fact = await this.desk.record(open, actorOf(caller), this.desk.occurred(open, undefined));
    this.dispatches.publish(open.dispatch, AssignmentDeclineRequested.of({ ...fact, ...open.assignment.decline }));
    return open.assignment;
  }

  /** Refuses the release. Throws 428 and 412 when it is not decided on what is. */
  async reject(assignmentId: string, ifMatch: string | undefined, caller: Caller): Promise<AssignmentRow> {
    const open = await this.toDecide(assignmentId, ifMatch, caller);
    open.assignment.state = stateAfter(open, 'DeclineRejected', { zh: '驳回退单', en: 'refuse the release' });
    const version = settle(open);
    const fact = await this.desk.record(open, actorOf(caller), this.desk.occurred(open, undefined));
    this.dispatches.publish(open.dispatch, AssignmentDeclineRejected.of({ ...fact, version }));
    return open.assignment;
  }

  /**
   * Releases the unit; a replacement of the same discipline is issued first. Where nobody can come the slot stays open, and
   * of a lead's the next police unit that stands takes the lead over. Throws 428 and 412 when it is not decided on what is,
   * 409 when a lead leaves nobody behind.
   */
  async approve(assignmentId: string, ifMatch: string | undefined, caller: Caller): Promise<AssignmentRow> {
    const open = await this.toDecide(assignmentId, ifMatch, caller);
    const { assignment, dispatch } = open;
    const declined = stateAfter(open, 'DeclineApproved', { zh: '批准退单', en: 'approve the release' });
    const { discipline, role } = assignment;
    const replacement = await this.addUnit.run(dispatch, { discipline, role });
    const by = actorOf(caller);
    const gap = replacement ? undefined : dispatch.slots.at(-1);
    const newLead = replacement || role !== 'lead' ? undefined : await handOverLead(open, this.dispatches);
    if (replacement) {
      this.dispatches.publish(dispatch, AssignmentAdded.of({ ...replacement, replaces: assignment.id, by }));
    }
    const version = settle(open);
    await this.releaseUnit.run(assignment, declined);
    const fact = await this.desk.record(open, by, this.desk.occurred(open, undefined));
    this.dispatches.publish(
      dispatch,
      AssignmentDeclined.of({
        ...fact,
        ...(assignment.decline ?? { reason: 'engaged' as const }),
        version,
        ...(gap && { gap }),
        ...(newLead && { newLead }),
      }),
    );
    return assignment;
  }

  private async toDecide(assignmentId: string, ifMatch: string | undefined, caller: Caller): Promise<OpenAssignment> {
    const open = await this.desk.open(assignmentId, caller);
    requireMatch(ifMatch, decisionOf(open.assignment.decline));
    return open;
  }
}

/** Counts a decision about the release; answers its version. */
function settle({ assignment }: OpenAssignment): number {
  const version = decidedAgain(assignment.decline);
  if (assignment.decline) assignment.decline = { ...assignment.decline, version };
  return version;
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
