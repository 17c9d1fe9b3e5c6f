import { Injectable } from '@nestjs/common';
import { AssignmentRecalled, type IncidentCancelled } from '#contracts';
import { dispatchStateAfter, isOver } from '../domain/dispatch-lifecycle.js';
import { DispatchRepository } from '../outbound/database/dispatch.repository.js';
import { AssignmentDesk } from './assignment-desk.js';
import { ReleaseUnit } from './release-unit.js';
import { WatchGaps } from './watch-gaps.js';

/**
 * Recalls every unit of a cancelled incident. Intake cancels nothing that it knows to be taken; a unit that took it in the
 * same moment is recalled like the others, and the recall says how far it had come.
 */
@Injectable()
export class CancelDispatch {
  constructor(
    private readonly dispatches: DispatchRepository,
    private readonly desk: AssignmentDesk,
    private readonly releaseUnit: ReleaseUnit,
    private readonly watchGaps: WatchGaps,
  ) {}

  async run({ incidentId, occurredAt, by }: IncidentCancelled): Promise<void> {
    const dispatch = await this.dispatches.find(incidentId);
    if (!dispatch) return;
    await this.dispatches.gaps.drop(incidentId);
    const active = (await this.dispatches.assignmentsOf(dispatch)).filter(({ state }) => !isOver(state));
    dispatch.state = dispatchStateAfter(dispatch.state, 'IncidentCancelled');
    this.dispatches.note(dispatch);
    for (const assignment of active) {
      const from = assignment.state;
      await this.releaseUnit.run(assignment, 'RECALLED');
      const fact = await this.desk.record({ assignment, dispatch }, by, new Date(occurredAt));
      this.dispatches.publish(dispatch, AssignmentRecalled.of({ ...fact, from }));
    }
    this.watchGaps.soon(active.map(({ discipline }) => discipline));
  }
}
