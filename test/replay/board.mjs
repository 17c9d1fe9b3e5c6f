/** Nothing new for so long means that nothing will come. */
const PATIENCE_MS = 15_000;
/** After so long without news the plans of open reports are asked for. */
const ASK_AFTER_MS = 3_000;
const OVER = ['HANDLED', 'CLOSED', 'CANCELLED'];

/**
 * What a client knows of the incidents of a replay: by its own reports, by the live feed, and by asking once the feed has
 * been silent. An incident: `{ id, call?, receipt?, plannedAt?, gaps, units, assignments, over, ending }`.
 */
export class Board {
  /** Reports on their way to a plan. */
  unplanned = 0;
  /** Slots that wait for a unit. */
  openSlots = 0;
  #incidents = new Map();
  #news = performance.now();
  #asked = 0;

  /**
   * @param {object} options
   * @param {(incidentId: string) => Promise<object>} options.dispatchOf how to ask for a dispatch
   * @param {(incident: object, assigned: object[], gaps: number) => void} options.onPlanned once per incident, after `onAssigned`
   * @param {(incident: object, assigned: object[], late: boolean) => void} options.onAssigned `late`: after the plan
   * @param {() => void} options.onChanged what was waited for may have come
   */
  constructor({ dispatchOf, onPlanned, onAssigned, onChanged }) {
    Object.assign(this, { dispatchOf, onPlanned, onAssigned, onChanged });
  }

  /** What the live feed says. */
  hear(type, data, at) {
    const known = type.startsWith('dispatch.') || type.startsWith('assignment.');
    if (!known || data.incidentId === undefined) return;
    this.#news = at;
    const incident = this.#incident(data.incidentId);
    const assigned = data.assigned ?? [];
    if (type === 'dispatch.planned.v1') this.#planned(incident, assigned, data.gaps ?? 0, at);
    else if (type === 'dispatch.replanned.v1') {
      this.#setGaps(incident, incident.gaps + (data.gaps ?? 0));
      this.onAssigned(incident, assigned, false);
    } else if (type === 'assignment.declined.v1' && data.gaps) this.#setGaps(incident, incident.gaps + data.gaps);
    else if (type === 'assignment.added.v1') this.onAssigned(incident, assigned, false);
    else if (type === 'dispatch.gap-filled.v1') {
      this.#setGaps(incident, Math.max(0, incident.gaps - 1));
      this.onAssigned(incident, assigned, true);
    }
  }

  /** The product answered something. */
  answered() {
    this.#news = performance.now();
  }

  /** A report is about to be sent; `refused` or `reported` follows. */
  reporting() {
    this.unplanned += 1;
  }

  refused() {
    this.unplanned -= 1;
  }

  /** A report was acknowledged. The feed may have been faster: then all that waited for `whenReported` happens now. */
  reported(call, receipt) {
    const incident = this.#incident(receipt.answer.incidentId);
    Object.assign(incident, { call, receipt });
    if (incident.plannedAt !== undefined) this.#settle(incident);
    for (const begin of incident.waiting.splice(0)) begin();
    return incident;
  }

  /** Does something at once, or as soon as the call behind an incident is known. */
  whenReported(incident, begin) {
    if (incident.receipt) begin();
    else incident.waiting.push(begin);
  }

  /** Nothing more will happen to an incident. */
  end(incident) {
    incident.over = true;
    this.#setGaps(incident, 0);
  }

  /** Whether something is still awaited, and may still come; asks for it once the feed has been silent. */
  get waiting() {
    const open = this.unplanned > 0 || this.openSlots > 0;
    if (open) this.#askWhenSilent();
    return open && !this.stuck;
  }

  /** Whether there has been no news for so long that none will come. */
  get stuck() {
    return performance.now() - this.#news > PATIENCE_MS;
  }

  #incident(id) {
    let incident = this.#incidents.get(id);
    if (!incident) {
      incident = { id, gaps: 0, units: 0, over: false, ending: false, waiting: [], assignments: [] };
      this.#incidents.set(id, incident);
    }
    return incident;
  }

  #planned(incident, assigned, gaps, at) {
    if (incident.plannedAt !== undefined) return;
    incident.plannedAt = at;
    this.#setGaps(incident, gaps);
    if (incident.receipt) this.#settle(incident);
    this.onAssigned(incident, assigned, false);
    this.onPlanned(incident, assigned, gaps);
  }

  #settle({ receipt, plannedAt }) {
    receipt.plannedAt = plannedAt;
    this.unplanned -= 1;
    this.onChanged();
  }

  /** An incident may be over before its plan is seen: nobody comes to it any more. */
  #setGaps(incident, open) {
    const gaps = incident.over ? 0 : open;
    this.openSlots += gaps - incident.gaps;
    incident.gaps = gaps;
    this.onChanged();
  }

  #askWhenSilent() {
    const now = performance.now();
    if (now - Math.max(this.#news, this.#asked) <= ASK_AFTER_MS) return;
    this.#asked = now;
    void this.#ask();
  }

  /** Asks for the plans that the feed did not bring. */
  async #ask() {
    for (const incident of this.#incidents.values()) {
      if (incident.plannedAt !== undefined && incident.gaps === 0) continue;
      const dispatch = await this.dispatchOf(incident.id).catch(() => undefined);
      if (!dispatch) continue;
      const gaps = dispatch.slots.filter(({ assignmentId }) => assignmentId === undefined).length;
      if (incident.plannedAt === undefined) this.#planned(incident, dispatch.assignments, gaps, performance.now());
      else this.onAssigned(incident, dispatch.assignments, true);
      this.#setGaps(incident, OVER.includes(dispatch.state) ? 0 : gaps);
    }
  }
}
