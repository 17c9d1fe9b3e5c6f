import { count } from './call-log.mjs';

/**
 * What the player did and saw, on its own clock: the client's side of the verdict. Times are ms of `performance.now()`.
 */
export class Journal {
  /** Acknowledged reports: `{ key, answer, behindMs?, sentAt, answeredAt, plannedAt? }`. */
  receipts = [];
  /** Assignments by id: `{ unitId, incidentId, from, until }`; surely held by the unit between `from` and `until`. */
  holds = new Map();
  /** Refusals that a race explains, and those that nothing explains, by code. */
  refused = {};
  unexpected = {};
  acts = 0;

  /** The feed showed an assignment; `ending`: what ends it was sent before, so it may be over already. */
  seen(assignmentId, unitId, incidentId, ending) {
    if (this.holds.has(assignmentId)) return false;
    const from = performance.now();
    this.holds.set(assignmentId, { unitId, incidentId, from, until: ending ? from : Infinity });
    return true;
  }

  /** From now on the assignment may be over: what ends it is about to be sent. */
  mayEnd(assignmentId) {
    const hold = this.holds.get(assignmentId);
    if (hold) hold.until = Math.min(hold.until, performance.now());
  }

  /** By report, sorted: ms from its acknowledgement to the sight of its dispatch; 0 where the feed was faster. */
  get dispatchedAfter() {
    return this.#sorted(({ answeredAt, plannedAt }) => plannedAt && Math.max(0, plannedAt - answeredAt));
  }

  /** By report, sorted: ms from its sending to its acknowledgement. */
  get answeredAfter() {
    return this.#sorted(({ sentAt, answeredAt }) => answeredAt - sentAt);
  }

  /** By report, sorted: ms by which it was sent later than the log's clock says; none without a clock. */
  get behind() {
    return this.#sorted(({ behindMs }) => behindMs);
  }

  /** Counts a refusal. */
  refuse({ status, code }, expected) {
    if (expected.has(code)) count(this.refused, code);
    else count(this.unexpected, `${status} ${code}`);
  }

  #sorted(measure) {
    return this.receipts.flatMap((receipt) => measure(receipt) ?? []).sort((a, b) => a - b);
  }
}
