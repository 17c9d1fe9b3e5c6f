import { count } from './call-log.mjs';

/**
 * What the player did and saw, on its own clock: the client's side of the verdict. Times are ms of `performance.now()`.
 */
export class Journal {
  /** Acknowledged reports: `{ key, answer, sentAt, answeredAt, plannedAt? }`. */
  receipts = [];
  /** Assignments by id: `{ unitId, incidentId, from, until }`; surely held by the unit between `from` and `until`. */
  holds = new Map();
  /** Refusals that a race explains, and those that nothing explains, by code. */
  refused = {};
  unexpected = {};
  acts = 0;

  /** The feed showed an assignment. */
  seen(assignmentId, unitId, incidentId) {
    if (this.holds.has(assignmentId)) return false;
    this.holds.set(assignmentId, { unitId, incidentId, from: performance.now(), until: Infinity });
    return true;
  }

  /** From now on the assignment may be over: what ends it is about to be sent. */
  mayEnd(assignmentId) {
    const hold = this.holds.get(assignmentId);
    if (hold) hold.until = Math.min(hold.until, performance.now());
  }

  /** Milliseconds from the sending of each report to the sight of its units, sorted. */
  get latencies() {
    const times = this.receipts.flatMap(({ sentAt, plannedAt }) => (plannedAt === undefined ? [] : plannedAt - sentAt));
    return times.sort((a, b) => a - b);
  }

  /** Counts a refusal. */
  refuse({ status, code }, expected) {
    if (expected.has(code)) count(this.refused, code);
    else count(this.unexpected, `${status} ${code}`);
  }
}
