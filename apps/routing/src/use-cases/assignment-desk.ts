import { Injectable } from '@nestjs/common';
import {
  answerTo,
  type ActorFact,
  type AssignmentFact,
  type AssignmentState,
  type IncidentState,
  type Standing,
} from '#contracts';
import { touch } from '#persistence';
import { Clock, type Caller } from '#platform';
import { dispatchStateOf } from '../domain/dispatch-lifecycle.js';
import { clockFactsOf } from '../domain/clocks/clock.js';
import { setRing } from '../domain/clocks/ringing.js';
import { assignmentNotFound, timeOutOfRange } from '../domain/refusals.js';
import { DispatchRepository } from '../outbound/database/dispatch.repository.js';
import type { AssignmentRow } from '../outbound/database/assignment.table.js';
import type { DispatchRow } from '../outbound/database/dispatch.table.js';

/** Clocks of phones may be off by this much. */
const TOLERANCE_MS = 60_000;

/** An assignment with the dispatch it belongs to, ready to be changed. */
export interface OpenAssignment {
  readonly assignment: AssignmentRow;
  readonly dispatch: DispatchRow;
}

/** What every act on an assignment has in common: who may, when it happened, what follows for the dispatch. */
@Injectable()
export class AssignmentDesk {
  constructor(
    private readonly dispatches: DispatchRepository,
    private readonly clock: Clock,
  ) {}

  /**
   * Opens an assignment for its own unit or for the dispatch desk; for everybody else it does not exist. One that has ended
   * is opened too: that it takes nothing any more is said by its state.
   */
  async open(assignmentId: string, caller: Caller): Promise<OpenAssignment> {
    const assignment = await this.dispatches.assignment(assignmentId);
    const dispatch = assignment && (await this.dispatches.find(assignment.incidentId));
    if (!dispatch || answerTo('assignment.act', caller, standingOf(assignment)) !== 'allowed')
      throw assignmentNotFound();
    return { assignment, dispatch };
  }

  /** The stated time of an act, or now; between the issue of the assignment and now. */
  occurred({ assignment }: OpenAssignment, stated: string | undefined): Date {
    const now = this.clock.now();
    if (stated === undefined) return now;
    const at = new Date(stated);
    if (at < assignment.issuedAt || at.getTime() > now.getTime() + TOLERANCE_MS) throw timeOutOfRange();
    return at;
  }

  /** Saves a changed assignment, its clocks and the dispatch state that follow; answers what every event of it says. */
  async record(
    { assignment, dispatch }: OpenAssignment,
    by: ActorFact,
    occurredAt: Date,
    inferred: AssignmentState[] = [],
  ): Promise<AssignmentFact> {
    setRing(assignment, clockFactsOf(dispatch));
    touch(assignment);
    this.dispatches.saveAssignment(assignment);
    const all = await this.dispatches.assignmentsOf(dispatch);
    dispatch.state = dispatchStateOf(dispatch.state, all);
    this.dispatches.save(dispatch);
    return {
      incidentId: dispatch.id,
      assignmentId: assignment.id,
      unit: { id: assignment.unitId, name: assignment.unitName, discipline: assignment.discipline },
      role: assignment.role,
      state: assignment.state,
      dispatchState: dispatch.state satisfies IncidentState,
      occurredAt: occurredAt.toISOString(),
      recordedAt: this.clock.now().toISOString(),
      inferred,
      by,
    };
  }
}

/** How the dispatch of an assignment stands, by that assignment alone and as if it had not ended. */
const standingOf = ({ unitId, discipline, role }: AssignmentRow): Standing => ({
  restricted: false,
  units: [{ unitId, discipline, role }],
  filedBy: [],
  economicCase: false,
});
