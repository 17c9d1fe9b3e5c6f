import { Agenda } from './agenda.mjs';
import { Refused } from '../kit/api.mjs';
import { Board } from './board.mjs';
import { MINUTE } from './call-log.mjs';
import { Crew } from './crew.mjs';
import { mapped } from './incident-types.mjs';
import { Journal } from './journal.mjs';

/** Reports on their way to a plan, at most: beyond it the sender waits for the system. */
const MOST_UNPLANNED = 256;
/** Slots that wait for a unit, at most, before a sender without a clock waits for slow answers. */
const MOST_OPEN = 64;
/** So far, in the log's time, it then runs ahead of the oldest request under way: less than units are busy. */
const MOST_AHEAD_MS = 10 * MINUTE;

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
  #board;
  #crew;

  /**
   * @param {object} options
   * @param {import('../kit/api.mjs').Api} options.api
   * @param {object[]} options.calls completed calls in their order
   * @param {(call: object) => object} options.placeOf where a call happens on our ground
   * @param {Map<string, string>} options.disciplines discipline by unit
   * @param {number} options.speed
   * @param {number} options.concurrency
   * @param {string} options.run prefix of the Idempotency-Keys
   */
  constructor({ api, calls, placeOf, disciplines, speed, concurrency, run }) {
    Object.assign(this, { api, calls, placeOf, disciplines, run });
    const journal = new Journal();
    const agenda = new Agenda({ startAt: calls[0]?.at ?? 0, speed, concurrency });
    const board = new Board({
      dispatchOf: (incidentId) => api.get('operator', `dispatches/${incidentId}`),
      onPlanned: (...plan) => this.#reinforce(...plan),
      onAssigned: (...assigned) => this.#crew.take(...assigned),
      onChanged: () => agenda.nudge(),
    });
    this.#board = board;
    this.#crew = new Crew({ board, agenda, journal, send: (...request) => this.#send(...request) });
    Object.assign(this, { journal, agenda });
  }

  /** Plays to the end; resolves when every report has its plan and every unit is free, or nothing moves any more. */
  async play() {
    for (const [number, call] of this.calls.entries()) {
      this.agenda.add(
        call.at,
        () => this.#report(call, number),
        () => this.#mayReport(call),
      );
    }
    await this.agenda.run(() => this.#board.waiting);
  }

  /** How far it is, for the progress line. */
  get progress() {
    const { receipts, acts } = this.journal;
    const { unplanned, openSlots } = this.#board;
    return { reported: receipts.length, of: this.calls.length, unplanned, openSlots, acts };
  }

  /** What the live feed says. */
  hear(type, data, at) {
    this.#board.hear(type, data, at);
  }

  /**
   * Holds reports back while too many wait for their plan, unless nothing moves any more. Without a clock of its own the
   * log would also run away from its units when answers are slow: nobody would come free in time.
   */
  #mayReport({ at }) {
    const { speed, oldest } = this.agenda;
    const { unplanned, openSlots } = this.#board;
    if (speed === Infinity && openSlots >= MOST_OPEN && oldest < at - MOST_AHEAD_MS) return false;
    return unplanned < MOST_UNPLANNED || !this.#board.waiting;
  }

  async #report(call, number) {
    const { type, flags, injured } = mapped(call.kind);
    const body = {
      channel: 'api',
      type,
      enterpriseName: '回放企业',
      flags,
      injured,
      reporter: { name: '回放', phone: '13800000000' },
      place: { address: '回放地点（坐标已平移）', ...this.placeOf(call) },
      narrative: '真实接警记录的回放，非本地警情',
    };
    const behindMs = this.agenda.behind(call.at);
    const sentAt = performance.now();
    const key = `${this.run}-${number}`;
    this.#board.reporting();
    const answer = await this.#send('replay', 'reports', body, key);
    if (!answer) return this.#board.refused();
    const receipt = { key, answer, behindMs, sentAt, answeredAt: performance.now() };
    this.journal.receipts.push(receipt);
    const incident = this.#board.reported(call, receipt);
    if (call.cancelled) this.#chiefActs(incident, soonest(call), 'cancel', { reason: 'withdrawn' });
    if (call.regrade) {
      const body = { priority: call.regrade, reason: '原始记录中等级已变更' };
      this.#chiefActs(incident, call.units[0].sentAfter, 'regrade', body);
    }
  }

  /** Where the log had more units than the plan, the dispatcher sends more of the plan's disciplines. */
  #reinforce(incident, assigned, gaps) {
    const lines = assigned.map(({ unitId }) => this.disciplines.get(unitId)).filter(Boolean);
    if (lines.length === 0) return;
    this.#board.whenReported(incident, () => {
      const { call } = incident;
      for (let at = assigned.length + gaps; at < call.units.length; at += 1) {
        const body = { discipline: lines[at % lines.length] };
        this.agenda.add(call.at + call.units[at].sentAfter, async () => {
          if (!incident.over) await this.#send('operator', `dispatches/${incident.id}/reinforcements`, body);
        });
      }
    });
  }

  #chiefActs(incident, after, act, body) {
    this.agenda.add(incident.call.at + after, async () => {
      if (incident.over) return;
      if (act === 'cancel') this.#crew.mayGo(incident);
      const answer = await this.#send('chief', `incidents/${incident.id}/${act}`, body);
      if (answer && act === 'cancel') this.#board.end(incident);
    });
  }

  /** The answer, or undefined when it was refused; why is in the journal. */
  async #send(...request) {
    try {
      const answer = await this.api.post(...request);
      this.journal.acts += 1;
      this.#board.answered();
      return answer ?? {};
    } catch (error) {
      this.journal.refuse(error instanceof Refused ? error : { status: 0, code: error.message }, RACES);
      return undefined;
    }
  }
}

const soonest = ({ units }) => Math.min(...units.map(({ freeAfter }) => freeAfter));
