import type { RetimedClock } from '#contracts';
import { touch } from '#persistence';
import { acknowledge } from '../domain/clocks/acknowledge.js';
import { clockFactsOf } from '../domain/clocks/clock.js';
import { setRing } from '../domain/clocks/ringing.js';
import { isOver } from '../domain/dispatch-lifecycle.js';
import type { DispatchRepository } from '../outbound/database/dispatch.repository.js';
import type { AssignmentRow } from '../outbound/database/assignment.table.js';
import type { DispatchRow } from '../outbound/database/dispatch.table.js';

/** Sets the clocks that still run to the limits of the new priority; what they said before stands. */
export function retime(
  dispatch: DispatchRow,
  all: readonly AssignmentRow[],
  dispatches: DispatchRepository,
): RetimedClock[] {
  const facts = clockFactsOf(dispatch);
  const limitMs = acknowledge.limitSeconds(facts) * 1000;
  return all
    .filter(({ state, milestones }) => !isOver(state) && !milestones.ACKNOWLEDGED)
    .flatMap((assignment) => {
      const by = new Date(assignment.issuedAt.getTime() + limitMs);
      if (by.getTime() === assignment.acknowledgeBy.getTime()) return [];
      assignment.acknowledgeBy = by;
      setRing(assignment, facts);
      touch(assignment);
      dispatches.saveAssignment(assignment);
      return { assignmentId: assignment.id, acknowledgeBy: by.toISOString() };
    });
}
