import { Injectable } from '@nestjs/common';
import { AssignmentAdded, type Discipline } from '#contracts';
import { Outbox } from '#messaging';
import type { Caller } from '#platform';
import { dispatchNotFound, dispatchOver, nobodyAvailable } from '../domain/refusals.js';
import { DispatchRepository } from '../outbound/database/dispatch.repository.js';
import type { AssignmentRecord, DispatchRecord } from './records.js';
import { AddUnit } from './add-unit.js';
import { actorOf } from './assignment-desk.js';

const RUNNING = new Set(['TRIAGED', 'DISPATCHED', 'RESPONDING', 'ON_SCENE']);

/** Sends one more unit of a discipline to a running incident (增援). */
@Injectable()
export class ReinforceDispatch {
  constructor(
    private readonly dispatches: DispatchRepository,
    private readonly addUnit: AddUnit,
    private readonly outbox: Outbox,
  ) {}

  async run(
    incidentId: string,
    discipline: Discipline,
    caller: Caller,
  ): Promise<{ dispatch: DispatchRecord; assignments: readonly AssignmentRecord[] }> {
    const dispatch = await this.dispatches.find(incidentId);
    if (!dispatch) throw dispatchNotFound();
    if (!RUNNING.has(dispatch.state)) throw dispatchOver({ state: dispatch.state });
    const added = await this.addUnit.run(dispatch, { discipline, role: 'reinforcement' });
    if (!added) {
      const { zh, en } = dispatch.slots.at(-1)?.gapReason ?? { zh: '', en: '' };
      throw nobodyAvailable({ discipline, reason: { zh, en } });
    }
    this.outbox.publish(dispatch, AssignmentAdded.of({ ...added, by: actorOf(caller) }));
    return { dispatch, assignments: await this.dispatches.assignmentsOf(dispatch) };
  }
}
