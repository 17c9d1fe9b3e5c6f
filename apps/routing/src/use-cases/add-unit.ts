import { Injectable } from '@nestjs/common';
import type { AssignmentRole, Discipline, IncidentState, IssuedAssignment, SlotFact } from '#contracts';
import { Clock } from '#platform';
import { dispatchStateOf, hasLead } from '../domain/dispatch-lifecycle.js';
import { DispatchRepository } from '../outbound/database/dispatch.repository.js';
import type { DispatchRow } from '../outbound/database/dispatch.table.js';
import { decisionTime, IssueAssignments } from './issue-assignments.js';

/** A unit that joined a dispatch after it was planned. */
export interface AddedUnit {
  readonly incidentId: string;
  readonly slot: SlotFact;
  readonly assignment: IssuedAssignment;
  readonly dispatchState: IncidentState;
  readonly occurredAt: string;
}

/** Adds one unit to a running dispatch in a slot of its own, because somebody asks for it: whoever does vouches for the place. */
@Injectable()
export class AddUnit {
  constructor(
    private readonly dispatches: DispatchRepository,
    private readonly issueAssignments: IssueAssignments,
    private readonly clock: Clock,
  ) {}

  /** A unit of the police leads where nobody does. Answers undefined when nobody can come; the slot is then an open gap with its reason. */
  async run(
    dispatch: DispatchRow,
    { discipline, role }: { readonly discipline: Discipline; readonly role: AssignmentRole },
  ): Promise<AddedUnit | undefined> {
    vouchForPlace(dispatch);
    const time = decisionTime(dispatch.facts, this.clock.now());
    const all = await this.dispatches.assignmentsOf(dispatch);
    const slot = Math.max(0, ...dispatch.slots.map((known) => known.slot)) + 1;
    const wish = { slot, discipline, role, excluded: new Set(all.map(({ unitId }) => unitId)) };
    const [filled] = await this.issueAssignments.run(dispatch.id, dispatch, [wish], time, !hasLead(all));
    if (!filled) return undefined;
    dispatch.slots = [...dispatch.slots, filled.slot];
    this.dispatches.save(dispatch);
    if (!filled.assignment) {
      const { id: incidentId, priority } = dispatch;
      this.dispatches.gaps.add([{ incidentId, slot, discipline, priority, since: time.real }]);
      return undefined;
    }
    dispatch.state = dispatchStateOf(dispatch.state, await this.dispatches.assignmentsOf(dispatch));
    return {
      incidentId: dispatch.id,
      slot: filled.slot,
      assignment: filled.assignment,
      dispatchState: dispatch.state,
      occurredAt: time.stated.toISOString(),
    };
  }
}

/** The slots that were held open are filled from now on like all others. */
function vouchForPlace(dispatch: DispatchRow): void {
  const { held: _held, ...place } = dispatch.facts.place;
  dispatch.facts = { ...dispatch.facts, place };
}
