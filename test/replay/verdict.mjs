import { storesOf } from '../kit/stores.mjs';

/** States in which an assignment binds its unit. */
const ACTIVE = ['ISSUED', 'ACKNOWLEDGED', 'EN_ROUTE', 'ARRIVED', 'WORKING', 'DECLINE_REQUESTED'];
const list = ACTIVE.map((state) => `'${state}'`).join(', ');

/** More active assignments than places, or one place twice; looked for again and again while the replay runs. */
const OVERBOOKED = `SELECT a.unit_id, GROUP_CONCAT(a.id) AS ids FROM \`@assignment\` a JOIN \`@unit\` u ON u.id = a.unit_id WHERE a.state IN (${list})
  GROUP BY a.unit_id, u.capacity
  HAVING COUNT(*) > u.capacity OR COUNT(DISTINCT a.unit_slot) < COUNT(*) OR MAX(a.unit_slot) > u.capacity`;

/**
 * Judges a replay by what the databases hold and what the client saw; it shares no code with the services.
 * @param {{ sqliteDir?: string, mysql?: object }} where
 */
export class Verdict {
  #stores;
  #overbooked = new Map();
  #samples = 0;

  constructor(where) {
    this.#stores = storesOf(where);
  }

  /** One look at the units while everything moves. */
  async sample() {
    this.#samples += 1;
    for (const { unit_id: unit, ids } of await this.#stores.all('routing', OVERBOOKED))
      this.#overbooked.set(unit, `in the database at one moment: ${ids}`);
  }

  /** Waits until no event waits to be sent and none was published lately; false when that never comes. */
  async atRest(patienceMs = 60_000) {
    const until = Date.now() + patienceMs;
    for (let quiet = 0, last = ''; Date.now() < until; await pause(300)) {
      const counts = await Promise.all(
        ['intake', 'routing', 'cases', 'notifications'].map((service) => this.#one(service, 'outbox')),
      );
      counts.push(await this.#one('cases', 'timeline_entry'), await this.#one('notifications', 'feed'));
      const now = counts.join();
      quiet = now === last && counts.slice(0, 4).every((waiting) => waiting === 0) ? quiet + 1 : 0;
      if (quiet >= 3) return true;
      last = now;
    }
    return false;
  }

  /**
   * @param {import('./journal.mjs').Journal} journal
   * @returns {Promise<{accepted: number, dispatched: number, gaps: number, lost: number, doubleBooked: number, faults: string[]}>}
   *   incidents of acknowledged reports: with a unit, without one but with named gaps, without either
   */
  async judge(journal) {
    await this.sample();
    const faults = [];
    const [incidents, reports, dispatches, assignments, files, capacities] = await this.#read();
    const withUnits = new Set(assignments.map(({ incident_id: incident }) => incident));
    const result = { accepted: journal.receipts.length, dispatched: 0, gaps: 0, lost: 0 };
    for (const { answer } of journal.receipts) {
      const missing = missingParts(answer, { incidents, reports, dispatches, files });
      const unnamed =
        missing.length === 0 && !withUnits.has(answer.incidentId) && !allNamed(dispatches.get(answer.incidentId));
      if (missing.length > 0 || unnamed) {
        result.lost += 1;
        faults.push(`${answer.incidentId}: ${missing.join(', ') || 'neither a unit nor named gaps'}`);
      } else result[withUnits.has(answer.incidentId) ? 'dispatched' : 'gaps'] += 1;
    }
    const doubled = new Map([...overlapping(journal.holds, capacities), ...this.#overbooked]);
    for (const [unit, how] of doubled) faults.push(`${unit}: held more assignments than it has places, ${how}`);
    return { ...result, doubleBooked: doubled.size, assignments: assignments.length, samples: this.#samples, faults };
  }

  async close() {
    await this.#stores.close();
  }

  async #read() {
    const ids = async (service, table) =>
      new Set((await this.#stores.all(service, `SELECT id FROM \`@${table}\``)).map(({ id }) => id));
    const dispatches = await this.#stores.all('routing', 'SELECT id, slots FROM `@dispatch`');
    const units = await this.#stores.all('routing', 'SELECT id, capacity FROM `@unit`');
    return [
      await ids('intake', 'incident'),
      await ids('intake', 'report'),
      new Map(dispatches.map(({ id, slots }) => [id, slots])),
      await this.#stores.all('routing', 'SELECT id, incident_id FROM `@assignment`'),
      await ids('cases', 'incident_file'),
      new Map(units.map(({ id, capacity }) => [id, Number(capacity)])),
    ];
  }

  async #one(service, table) {
    const [{ n }] = await this.#stores.all(service, `SELECT COUNT(*) AS n FROM \`@${table}\``);
    return Number(n);
  }
}

/** What this verdict and the checker count, each with queries of its own. */
const COUNTED = ['accepted', 'dispatched', 'gaps', 'lost', 'doubleBooked'];

/**
 * Whether a replay passed: every call was accepted and has units or named gaps, nothing was lost, nobody double-booked, no
 * request was refused without a reason, everything came to rest, and the independent checker found nothing and counted
 * the same.
 */
export function passes({ calls, journal, rested, judged, checker }) {
  const { accepted, dispatched, gaps, lost, doubleBooked } = judged;
  const clean = lost === 0 && doubleBooked === 0 && accepted === dispatched + gaps;
  const all = accepted === calls && Object.keys(journal.unexpected).length === 0;
  const agreed = COUNTED.every((name) => checker.figures?.[name] === judged[name]);
  return rested && clean && all && checker.ok && agreed;
}

function missingParts({ incidentId, reportId }, { incidents, reports, dispatches, files }) {
  return [
    ...(incidents.has(incidentId) ? [] : ['no incident']),
    ...(reports.has(reportId) ? [] : ['no report']),
    ...(dispatches.has(incidentId) ? [] : ['no dispatch']),
    ...(files.has(incidentId) ? [] : ['no incident file']),
  ];
}

/** Whether every slot of a dispatch without units says why it is open. */
function allNamed(slots) {
  const list = typeof slots === 'string' ? JSON.parse(slots) : slots;
  return list.length > 0 && list.every(({ gapReason }) => gapReason !== undefined);
}

/**
 * Units that surely held more assignments at once than they have places, with the assignments. `from` is when the client
 * saw the assignment, `until` when it sent what ends it, so an overlap is no matter of clocks or of messages under way.
 * @param {ReadonlyMap<string, {unitId: string, from: number, until: number}>} holds by assignment
 * @param {ReadonlyMap<string, number>} capacities
 * @returns {Map<string, string>} how, by unit
 */
export function overlapping(holds, capacities) {
  const turns = new Map();
  for (const [id, { unitId, from, until }] of holds) {
    if (until <= from) continue;
    const list = turns.get(unitId) ?? [];
    turns.set(unitId, list);
    list.push({ id, at: from, begins: true }, { id, at: until, begins: false });
  }
  const doubled = new Map();
  for (const [unitId, list] of turns) {
    const held = new Set();
    for (const { id, begins } of list.sort((a, b) => a.at - b.at || a.begins - b.begins)) {
      if (begins) held.add(id);
      else held.delete(id);
      if (held.size > (capacities.get(unitId) ?? 0) && !doubled.has(unitId))
        doubled.set(unitId, `as the client saw it: ${[...held].join()}`);
    }
  }
  return doubled;
}

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
