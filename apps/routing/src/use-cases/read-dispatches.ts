import { Injectable } from '@nestjs/common';
import { answerTo, type Standing } from '#contracts';
import { hasRole, type Caller } from '#platform';
import { isHeld } from '../domain/dispatch-lifecycle.js';
import { dispatchNotFound, unitNotFound } from '../domain/refusals.js';
import { DispatchRepository } from '../outbound/database/dispatch.repository.js';
import type { AssignmentRecord, DispatchRecord, ResponsePlanRecord } from './records.js';

/** Whose assignments, and which. */
export interface AssignmentsWanted {
  /** A unit's code, or `me`. */
  readonly unit: string;
  readonly openOnly: boolean;
  /** Older than this assignment. */
  readonly before?: string;
  readonly limit: number;
}

/** Dispatches, assignments and plans as somebody may see them. */
@Injectable()
export class ReadDispatches {
  constructor(private readonly dispatches: DispatchRepository) {}

  /**
   * The dispatch of an incident with its assignments, which there is once somebody decided about units; for officers only
   * where their unit has a standing part.
   */
  async one(
    incidentId: string,
    caller: Caller,
  ): Promise<{ dispatch: DispatchRecord; assignments: readonly AssignmentRecord[] }> {
    const dispatch = await this.dispatches.find(incidentId);
    const assignments = dispatch ? await this.dispatches.readAssignments(incidentId) : [];
    const may =
      dispatch &&
      !isHeld(dispatch.state) &&
      answerTo('dispatch.read', caller, standingOf(dispatch, assignments)) === 'allowed';
    if (!may) throw dispatchNotFound();
    return { dispatch, assignments };
  }

  /** One more than `limit`, newest first; a unit's own, or anybody's for the dispatch desk. */
  assignments({ unit, openOnly, before, limit }: AssignmentsWanted, caller: Caller): Promise<AssignmentRecord[]> {
    const unitId = unit === 'me' ? caller.unitId : unit;
    const may = unitId !== undefined && (unitId === caller.unitId || hasRole(caller, 'dispatcher', 'duty_chief'));
    if (!may) throw unitNotFound();
    return this.dispatches.assignmentsOfUnit(unitId, openOnly, before, limit);
  }

  /** Every plan version ever used. */
  plans(): Promise<ResponsePlanRecord[]> {
    return this.dispatches.plans.all();
  }
}

/** How an incident stands as far as routing knows: its units, which is all that its dispatch is read by. */
const standingOf = ({ informed }: DispatchRecord, assignments: readonly AssignmentRecord[]): Standing => ({
  restricted: false,
  units: [
    ...assignments.map(({ unitId, discipline, role, state, decline }) => ({
      unitId,
      discipline,
      role,
      state,
      conflict: state === 'DECLINED' && decline?.reason === 'conflict_of_interest',
    })),
    ...informed.flatMap(({ discipline, unit }) =>
      unit ? [{ unitId: unit.id, discipline, role: 'informed' as const }] : [],
    ),
  ],
  filedBy: [],
  economicCase: false,
});
