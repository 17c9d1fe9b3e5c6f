import { Agenda } from './agenda.mjs';
import { Refused } from './api.mjs';
import { mapped } from './incident-types.mjs';
import { Journal } from './journal.mjs';

/** Reports on their way to a plan, at most: beyond it the sender waits for the system. */
const MOST_UNPLANNED = 256;
/** Slots that wait for a unit, at most, before a sender without a clock lets the units go first. */
const MOST_OPEN = 64;
/** Nothing new for so long means that nothing will come. */
const PATIENCE_MS = 15_000;
/** After so long without news the plans of open reports are asked for. */
const ASK_AFTER_MS = 3_000;

/** Refusals that follow from two people acting at once: a unit was recalled, an incident was over, nobody was free. */
const RACES = new Set([
  'assignment.wrong-state',
  'assignment.not-found',
  'dispatch.over',
  'dispatch.nobody-available',
  'incident.over',
  'incident.same-priority',
]);

/**
 * Plays the calls of a log through the public API: a machine reports, units acknowledge, depart, arrive, give feedback
 * and complete when the log says so, the chief cancels and regrades what the log cancelled and regraded, the dispatcher
 * sends reinforcements where the log had more units than our plan.
 */
export class Player {
  #incidents = new Map();
  #unplanned = 0;
  #openSlots = 0;
  #news = performance.now();
  #asked = 0;

  /**
   * @param {object} options
   * @param {import('./api.mjs').Api} options.api
   * @param {object[]} options.calls completed calls in their order
   * @param {(call: object) => object} options.placeOf where a call happens on our ground
   * @param {Map<string, string>} options.disciplines discipline by unit
   * @param {number} options.speed
   * @param {number} options.concurrency
   * @param {string} options.run prefix of the Idempotency-Keys
   */
  constructor({ api, calls, placeOf, disciplines, speed, concurrency, run }) {
    Object.assign(this, { api, calls, placeOf, disciplines, run });
    this.journal = new Journal();
    this.agenda = new Agenda({ startAt: calls[0]?.at ?? 0, speed, concurrency });
  }

  /** Plays to the end; resolves when every report has its plan and every unit is free, or nothing moves any more. */
  async play() {
    for (const [number, call] of this.calls.entries()) {
      this.agenda.add(
        call.at,
        () => this.#report(call, number),
        () => this.#mayReport(),
      );
    }
    await this.agenda.run(() => this.#waiting());
  }

  /** How far it is, for the progress line. */
  get progress() {
    const { receipts, acts } = this.journal;
    return {
      reported: receipts.length,
      of: this.calls.length,
      unplanned: this.#unplanned,
      openSlots: this.#openSlots,
      acts,
    };
  }

  /** What the live feed says. */
  hear(type, data, at) {
    const known = type.startsWith('dispatch.') || type.startsWith('assignment.');
    if (!known || data.incidentId === undefined) return;
    this.#news = at;
    const incident = this.#incident(data.incidentId);
    if (type === 'dispatch.planned.v1') this.#planned(incident, data.assigned ?? [], data.gaps ?? 0, at);
    else if (type === 'dispatch.gap-filled.v1') this.#gapFilled(incident, data.assigned ?? []);
    else if (type === 'assignment.added.v1') this.#assigned(incident, data.assigned ?? [], false);
  }

  /**
   * Holds reports back while too many wait for their plan, unless nothing moves any more. Without a clock of its own the
   * log would also run away from its units when answers are slow: what they are about to do goes first.
   */
  #mayReport() {
    const { speed, running } = this.agenda;
    if (speed === Infinity && this.#openSlots >= MOST_OPEN && running > 0) return false;
    if (this.#unplanned < MOST_UNPLANNED) return true;
    this.#askWhenSilent();
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

  async #report(call, number) {
    const { type, flags, injured } = mapped(call.kind);
    const body = {
      channel: 'api',
      type,
      flags,
      injured,
      reporter: { name: '回放', phone: '13800000000' },
      place: { address: '回放地点（坐标已平移）', ...this.placeOf(call) },
      narrative: '真实接警记录的回放，非本地警情',
    };
    const sentAt = performance.now();
    this.#unplanned += 1;
    const key = `${this.run}-${number}`;
    const answer = await this.#attempt(() => this.api.post('replay', 'reports', body, key));
    if (!answer) return void (this.#unplanned -= 1);
    const { incidentId } = answer;
    const receipt = { key, answer, sentAt, answeredAt: performance.now() };
    this.journal.receipts.push(receipt);
    const incident = this.#incident(incidentId);
    Object.assign(incident, { call, receipt });
    if (incident.plannedAt !== undefined) this.#settle(incident);
    for (const begin of incident.waiting.splice(0)) begin();
    if (call.cancelled) this.#chiefActs(incident, soonest(call), 'cancel', { reason: 'withdrawn' });
    if (call.regrade) {
      const body = { priority: call.regrade, reason: '原始记录中等级已变更' };
      this.#chiefActs(incident, call.units[0].sentAfter, 'regrade', body);
    }
  }

  #settle({ receipt, plannedAt }) {
    receipt.plannedAt = plannedAt;
    this.#unplanned -= 1;
    this.agenda.nudge();
  }

  #planned(incident, assigned, gaps, at) {
    if (incident.plannedAt !== undefined) return;
    incident.plannedAt = at;
    this.#setGaps(incident, gaps);
    if (incident.receipt) this.#settle(incident);
    this.#assigned(incident, assigned, false);
    if (assigned.length > 0) this.#whenKnown(incident, () => this.#reinforce(incident, assigned, gaps));
  }

  #gapFilled(incident, assigned) {
    this.#setGaps(incident, Math.max(0, incident.gaps - 1));
    this.#assigned(incident, assigned, true);
  }

  /** The feed may be faster than the answer to the report. */
  #whenKnown(incident, begin) {
    if (incident.receipt) begin();
    else incident.waiting.push(begin);
  }

  #assigned(incident, assigned, late) {
    for (const { assignmentId, unitId, role } of assigned) {
      if (!this.journal.seen(assignmentId, unitId, incident.id)) continue;
      incident.assignments.push(assignmentId);
      if (incident.ending) this.journal.mayEnd(assignmentId);
      this.#whenKnown(incident, () => {
        const { call } = incident;
        const index = role === 'lead' ? 0 : (incident.units += 1);
        const base = late ? Math.max(call.at, this.agenda.now) : call.at;
        const steps = stepsOf(call.units[index] ?? call.extra(index), role, call.outcome);
        this.#follow({ incident, assignmentId, unitId, role, base }, steps);
      });
    }
  }

  /** One step after the other: a unit does the next thing when the last one was answered and its time has come. */
  #follow(assignment, [step, ...rest]) {
    if (!step) return;
    const { incident, base } = assignment;
    this.agenda.add(base + step.after, async () => {
      if (incident.over) return;
      if (await this.#act(assignment, step)) this.#follow(assignment, rest);
    });
  }

  async #act({ incident, assignmentId, unitId, role }, { act, body }) {
    if (act === 'complete' && role === 'lead') this.#mayEnd(incident);
    else if (act === 'complete') this.journal.mayEnd(assignmentId);
    const answer = await this.#attempt(() => this.api.post(unitId, `assignments/${assignmentId}/${act}`, body));
    if (answer && act === 'complete' && role === 'lead') this.#end(incident);
    return answer !== undefined;
  }

  /** What is about to be sent ends every assignment of the incident, those too that the feed has not shown yet. */
  #mayEnd(incident) {
    incident.ending = true;
    for (const id of incident.assignments) this.journal.mayEnd(id);
  }

  #end(incident) {
    incident.over = true;
    this.#setGaps(incident, 0);
  }

  #setGaps(incident, gaps) {
    this.#openSlots += gaps - incident.gaps;
    incident.gaps = gaps;
    this.agenda.nudge();
  }

  #reinforce(incident, assigned, gaps) {
    const { call } = incident;
    const lines = assigned.map(({ unitId }) => this.disciplines.get(unitId)).filter(Boolean);
    if (lines.length === 0) return;
    for (let at = assigned.length + gaps; at < call.units.length; at += 1) {
      const discipline = lines[at % lines.length];
      this.agenda.add(call.at + call.units[at].sentAfter, async () => {
        if (incident.over) return;
        await this.#attempt(() =>
          this.api.post('operator', `dispatches/${incident.id}/reinforcements`, { discipline }),
        );
      });
    }
  }

  #chiefActs(incident, after, act, body) {
    this.agenda.add(incident.call.at + after, async () => {
      if (incident.over) return;
      if (act === 'cancel') this.#mayEnd(incident);
      const answer = await this.#attempt(() => this.api.post('chief', `incidents/${incident.id}/${act}`, body));
      if (!answer || act !== 'cancel') return;
      this.#end(incident);
    });
  }

  /** The answer, or undefined when it was refused; why is in the journal. */
  async #attempt(send) {
    try {
      const answer = await send();
      this.journal.acts += 1;
      this.#news = performance.now();
      return answer ?? {};
    } catch (error) {
      this.journal.refuse(error instanceof Refused ? error : { status: 0, code: error.message }, RACES);
      return undefined;
    }
  }

  #waiting() {
    const silentMs = performance.now() - this.#news;
    const open = this.#unplanned > 0 || this.#openSlots > 0;
    if (open) this.#askWhenSilent();
    return open && silentMs < PATIENCE_MS;
  }

  #askWhenSilent() {
    const now = performance.now();
    if (now - Math.max(this.#news, this.#asked) > ASK_AFTER_MS) void this.#ask();
  }

  /** Asks for the plans that the feed did not bring. */
  async #ask() {
    this.#asked = performance.now();
    for (const incident of this.#incidents.values()) {
      if (incident.plannedAt !== undefined && incident.gaps === 0) continue;
      const dispatch = await this.api.get('operator', `dispatches/${incident.id}`).catch(() => undefined);
      if (!dispatch) continue;
      const gaps = dispatch.slots.filter(({ assignmentId }) => assignmentId === undefined).length;
      if (incident.plannedAt === undefined) this.#planned(incident, dispatch.assignments, gaps, performance.now());
      else this.#assigned(incident, dispatch.assignments, true);
      this.#setGaps(incident, ['HANDLED', 'CLOSED', 'CANCELLED'].includes(dispatch.state) ? 0 : gaps);
    }
  }
}

/** What a unit does with an assignment as far as the log says it, each step with its time after the call's receipt. */
function stepsOf({ sentAfter, departedAfter, arrivedAfter, freeAfter }, role, outcome) {
  const lead = role === 'lead';
  const step = (act, after, body = {}) => (after === undefined ? [] : [{ act, after, body }]);
  return [
    ...step('acknowledge', sentAfter),
    ...step('depart', departedAfter),
    ...step('arrive', arrivedAfter),
    ...(lead ? step('feedback', arrivedAfter ?? departedAfter ?? sentAfter, { text: '已到现场核查' }) : []),
    ...step('complete', freeAfter, { text: '处置完毕', ...(lead && { outcome, releaseAssists: true }) }),
  ];
}

const soonest = ({ units }) => Math.min(...units.map(({ freeAfter }) => freeAfter));
