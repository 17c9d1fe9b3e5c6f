import { atRate, SATURATION, warmedUp } from './bench.mjs';
import { idleTime } from './measure/idle.mjs';
import { pairOf, runOnce } from './measure/pairs.mjs';
import { median, ratioOf } from './measure/statistics.mjs';
import { openFloor } from './systems/floor.mjs';
import { openProduct } from './systems/product.mjs';

const OVER = 3;
const URGENT = 0.1;

const per = (name) => (run) => run.used[name] / run.dispatched;
const everybody = (run) => (run.used.cpuMs + run.used.serverCpuMs) / run.dispatched;
const dispatched = (run) => run.dispatched / run.seconds;
const latency = (name) => (run) => run.latencies.dispatched[name];
const refused = (run) => Object.values(run.refused).reduce((sum, count) => sum + count, 0);
const wrongly = (run) => refused(run) - (run.refused[429] ?? 0) - (run.refused[503] ?? 0) + run.withoutRetryAfter;

const LATENCY = [
  ['p50', 'ms', latency('p50')],
  ['p99', 'ms', latency('p99')],
];
const COST = [
  ['CPU of services, database and broker', 'ms per incident', everybody],
  ['CPU of services alone', 'ms per incident', per('cpuMs')],
  ['SQL round trips', 'per incident', per('roundTrips')],
  ['commits', 'per incident', per('commits')],
  ['messages', 'per incident', per('messages')],
];
const OVERLOAD = [
  ['dispatched', '1/s', dispatched],
  ['refused', '1/s', (run) => refused(run) / run.seconds],
  ['p99 of refusals', 'ms', (run) => run.latencies.refused.p99],
  ['refused otherwise than by 429 or 503 with Retry-After', 'requests', wrongly],
  ['life-threatening reports refused', 'requests', (run) => run.refusedUrgent],
  ['until everything accepted was on file', 's', (run) => (run.left > 0 ? Infinity : run.drainMs / 1000)],
];

/** Runs by what is asked of them, and what of a row is read from them. */
const ROWS = {
  P0: [{ run: 'idle' }],
  P1: [
    { run: 50, read: LATENCY },
    { run: 200, read: LATENCY },
  ],
  P3: [{ run: 'saturation', read: [['dispatched', '1/s', dispatched]] }],
  P4: [
    { run: 200, read: COST },
    { run: 'saturation', read: COST },
  ],
  P12: [{ run: 'overload', read: OVERLOAD }],
};
export const ROWS_BESIDE = Object.keys(ROWS);

/**
 * Measures the product beside another revision of itself, or beside itself on another Node, in the same minutes and with
 * the bare chain beside. A pair that fails is named and made again with all systems opened anew; one that fails twice is
 * left out. `failures` tells of both.
 */
export class Versus {
  #systems = {};
  #runs = new Map();

  /** @param {{profile: string, others: {key: string, name: string, root?: string, node?: string}[]}} options and sizes */
  constructor(options) {
    Object.assign(this, options);
    this.failures = [];
  }

  /** Measures rows one after the other; what is measured is in `rows` whatever happens to the next one. */
  async measure(ids, rows) {
    try {
      for (const key of this.#keys()) await this.#open(key);
      for (const id of ids) for (const part of ROWS[id]) rows.push(...(await this.#part(id, part)));
    } finally {
      for (const system of Object.values(this.#systems)) await system.stop();
    }
  }

  #keys() {
    return ['product', ...this.others.map(({ key }) => key), 'floor'];
  }

  async #open(key) {
    const { profile } = this;
    const other = this.others.find((each) => each.key === key);
    const cpuProf = this.cpuProf && `${this.cpuProf}/${profile}-${key}`;
    const name = other?.name ?? 'this tree';
    const opening = key === 'floor' ? openFloor(profile) : openProduct(profile, { ...other, name, cpuProf });
    this.#systems[key] = await opening;
    await warmedUp(opening, this);
  }

  async #openAllAnew() {
    for (const key of this.#keys()) {
      const system = this.#systems[key];
      delete this.#systems[key];
      await system?.stop();
      await this.#open(key);
    }
  }

  async #part(id, { run, read }) {
    const pairs = await this.#made(run);
    if (pairs.length === 0) return [];
    const { profile } = this;
    if (run === 'idle') return idleRows(pairs).map((row) => this.#row(id, `${profile}, idle, ${row.what}`, row, pairs));
    const at = typeof run === 'number' ? `${run}/s` : run;
    return read.map(([what, unit, of]) => this.#row(id, `${profile}, ${at}, ${what}`, { unit, read: of }, pairs));
  }

  #row(id, what, { unit, read }, pairs) {
    const sides = Object.keys(pairs[0]).filter((key) => !Number.isNaN(read(pairs[0][key])));
    const of = (key) => pairs.map((pair) => read(pair[key]));
    const values = Object.fromEntries(sides.map((key) => [key, median(of(key))]));
    const beside = (one, other) => ({ one, other, ...ratioOf(pairs, one, other, read) });
    const ratios = this.others.map(({ key, over }) => (over ? beside(key, 'product') : beside('product', key)));
    if (sides.includes('floor')) ratios.push(beside('product', 'floor'));
    return {
      id,
      what,
      unit,
      values,
      ratios,
      pairs: pairs.length,
      each: Object.fromEntries(sides.map((key) => [key, of(key)])),
    };
  }

  /** The runs of an order, made once; empty when all of them failed. */
  async #made(run) {
    if (!this.#runs.has(run)) {
      this.say(`${this.profile}: ${typeof run === 'number' ? `${run}/s` : run}`);
      this.#runs.set(run, await this.#make(run));
    }
    return this.#runs.get(run);
  }

  async #make(run) {
    if (run === 'idle') return idleTime(this.#systems, this.idleSeconds);
    if (run === 'overload') return this.#pairs(1, run, () => this.#overload());
    const order = { ...(run === 'saturation' ? SATURATION : atRate(run)), seconds: this.seconds };
    return this.#pairs(this.pairs, run, (nth) => pairOf(this.#systems, order, nth, this));
  }

  async #pairs(count, run, make) {
    const pairs = [];
    for (let nth = 0; nth < count; nth += 1) {
      const pair = await this.#tryTwice(`${run}, pair ${nth + 1}`, () => make(nth));
      if (pair) pairs.push(pair);
    }
    return pairs;
  }

  async #tryTwice(what, make) {
    for (let attempt = 1; attempt <= 2; attempt += 1) {
      try {
        return await make();
      } catch (error) {
        this.failures.push({ profile: this.profile, what, attempt, error: error.message });
        this.say(`${this.profile}: ${what} failed (${attempt} of 2): ${error.message}`);
        await this.#openAllAnew();
      }
    }
    return undefined;
  }

  /** Each at three times of what itself dispatches at saturation. */
  async #overload() {
    const saturated = await this.#made('saturation');
    if (saturated.length === 0) throw new Error('nobody knows what saturation is');
    const pair = {};
    for (const [key, system] of Object.entries(this.#systems).filter(([name]) => name !== 'floor')) {
      const rate = Math.round(OVER * median(saturated.map((each) => dispatched(each[key]))));
      this.say(`  ${system.name}: ${rate}/s for ${this.overloadSeconds} s`);
      const order = { ...atRate(rate), seconds: this.overloadSeconds, urgentShare: URGENT, drainSeconds: 90 };
      pair[key] = await runOnce(system, { ...order, seed: this.seed, releaseEveryMs: 1000 });
    }
    return pair;
  }
}

/** A row per process that all products have, and one for all of them together. */
function idleRows([first]) {
  const names = Object.keys(first.product).filter((name) => name !== 'total');
  const row = (what, name) => ({ what, unit: 'ms CPU per s', read: (used) => used[name] ?? NaN });
  return [row('all processes', 'total'), ...(names.length > 1 ? names.map((name) => row(name, name)) : [])];
}
