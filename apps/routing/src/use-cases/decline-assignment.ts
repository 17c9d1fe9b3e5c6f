import { Injectable } from '@nestjs/common';
import {
  ASSIGNMENT_STATE_WORDS,
  isPartner,
  AssignmentAdded,
  AssignmentDeclined,
  AssignmentDeclineRejected,
  AssignmentDeclineRequested,
  type AssignmentState,
  type DeclineReason,
  type NewLeadFact,
} from '#contracts';
import { touch } from '#persistence';
import { actorOf, type Caller } from '#platform';
import { assignmentLifecycle, type AssignmentEvent } from '../domain/assignment-lifecycle.js';
import { isOver } from '../domain/dispatch-lifecycle.js';
import { assignmentWrongState, leadWithoutSuccessor } from '../domain/refusals.js';
import { DispatchRepository } from '../outbound/database/dispatch.repository.js';
import type { AssignmentRow } from '../outbound/database/routing.schema.js';
import { AssignmentDesk, type OpenAssignment } from './assignment-desk.js';
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

  /**
   * Releases the unit; a replacement of the same discipline is issued first. Where nobody can come the slot stays open, and
   * of a lead's the next police unit that stands takes the lead over. Throws 409 when a lead leaves nobody behind.
   */
  async approve(assignmentId: string, caller: Caller): Promise<AssignmentRow> {
    const open = await this.desk.open(assignmentId, caller);
    const { assignment, dispatch } = open;
    const declined = stateAfter(open, 'DeclineApproved', { zh: '批准退单', en: 'approve the release' });
    const { discipline, role } = assignment;
    const replacement = await this.addUnit.run(dispatch, { discipline, role });
    const by = actorOf(caller);
    const gap = replacement ? undefined : dispatch.slots.at(-1);
    const newLead = replacement || role !== 'lead' ? undefined : await this.handOver(open);
    if (replacement) {
      this.dispatches.publish(dispatch, AssignmentAdded.of({ ...replacement, replaces: assignment.id, by }));
    }
    await this.releaseUnit.run(assignment, declined);
    const fact = await this.desk.record(open, by, this.desk.occurred(open, undefined));
    this.dispatches.publish(
      dispatch,
      AssignmentDeclined.of({
        ...fact,
        ...(assignment.decline ?? { reason: 'engaged' as const }),
        ...(gap && { gap }),
        ...(newLead && { newLead }),
      }),
    );
    return assignment;
  }

  /** Gives the lead to the police unit of the lowest slot that stands besides the one that leaves. */
  private async handOver({ assignment, dispatch }: OpenAssignment): Promise<NewLeadFact> {
    const all = await this.dispatches.assignmentsOf(dispatch);
    const [next] = all
      .filter(({ id, state, discipline }) => id !== assignment.id && !isOver(state) && !isPartner(discipline))
      .sort((a, b) => a.slot - b.slot);
    if (!next) throw leadWithoutSuccessor({ discipline: assignment.discipline });
    next.role = 'lead';
    touch(next);
    this.dispatches.saveAssignment(next);
    dispatch.slots = dispatch.slots.map((slot) => (slot.assignmentId === next.id ? { ...slot, role: 'lead' } : slot));
    const { id: assignmentId, unitId, unitName: name, discipline } = next;
    return { assignmentId, unit: { id: unitId, name, discipline } };
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
