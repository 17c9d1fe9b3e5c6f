import { Injectable } from '@nestjs/common';
import { DISCIPLINE_WORDS, INCIDENT_STATE_WORDS, AssignmentAdded, type Discipline } from '#contracts';
import { actorOf, type Caller } from '#platform';
import { isHeld, takesUnits } from '../domain/dispatch-lifecycle.js';
import { dispatchHeld, dispatchNotFound, dispatchOver, nobodyAvailable } from '../domain/refusals.js';
import { DispatchRepository } from '../outbound/database/dispatch.repository.js';
import type { AssignmentRecord, DispatchRecord } from './records.js';
import { AddUnit } from './add-unit.js';

/** Sends one more unit of a discipline to a running incident (增援). */
@Injectable()
export class ReinforceDispatch {
  constructor(
    private readonly dispatches: DispatchRepository,
    private readonly addUnit: AddUnit,
  ) {}

  async run(
    incidentId: string,
    discipline: Discipline,
    caller: Caller,
  ): Promise<{ dispatch: DispatchRecord; assignments: readonly AssignmentRecord[] }> {
    const dispatch = await this.dispatches.find(incidentId);
    if (!dispatch) throw dispatchNotFound();
    if (isHeld(dispatch.state)) throw dispatchHeld();
    if (!takesUnits(dispatch.state)) throw dispatchOver({ state: INCIDENT_STATE_WORDS[dispatch.state] });
    const added = await this.addUnit.run(dispatch, { discipline, role: 'reinforcement' });
    if (!added) {
      const { zh, en } = dispatch.slots.at(-1)?.gapReason ?? { zh: '', en: '' };
      throw nobodyAvailable({ discipline: DISCIPLINE_WORDS[discipline], reason: { zh, en } });
    }
    this.dispatches.publish(dispatch, AssignmentAdded.of({ ...added, by: actorOf(caller) }));
    return { dispatch, assignments: await this.dispatches.assignmentsOf(dispatch) };
  }
}
