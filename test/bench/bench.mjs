import { cpus, release as systemRelease, totalmem } from 'node:os';
import { inPairs, runOnce } from './measure/pairs.mjs';
import { median } from './measure/statistics.mjs';
import { p0 } from './rows/p0-idle.mjs';
import { p1 } from './rows/p1-latency.mjs';
import { p2 } from './rows/p2-intake.mjs';
import { p3 } from './rows/p3-pipeline.mjs';
import { p4 } from './rows/p4-cost.mjs';
import { p12 } from './rows/p12-overload.mjs';
import { p13 } from './rows/p13-reads.mjs';
import { openFloor } from './systems/floor.mjs';
import { openPeer } from './systems/peer.mjs';
import { openProduct } from './systems/product.mjs';

/** Every row that can be measured, in the order in which they are. */
export const ROWS = { P0: p0, P1: p1, P2: p2, P3: p3, P4: p4, P12: p12, P13: p13 };

/** Incidents between report and case at once: enough to fill every batch, few enough that none is refused as too late. */
const WINDOW = 400;
const WARM_UP_WINDOW = 200;

/** Load that is held back by nothing but the pipeline itself. */
export const SATURATION = { mode: 'window', window: WINDOW, drainSeconds: 20, releaseEveryMs: 1000 };

/** Load that comes as it comes. */
export const atRate = (rate) => ({ mode: 'open', rate, drainSeconds: 20 });

/** Code that never ran is interpreted: what is measured has handled thousands of incidents before. */
export async function warmedUp(opening, { profile, warmUpSeconds, seed, say }) {
  const system = await opening;
  say(`${profile}: warming up the ${system.name}`);
  await runOnce(system, { mode: 'window', window: WARM_UP_WINDOW, seconds: warmUpSeconds, seed, drainSeconds: 20 });
  return system;
}

/**
 * Measures rows on one profile. Product, floor and peer are opened when a row first wants them; runs that two rows read
 * are made once.
 */
export class Bench {
  #opened = new Map();
  #runs = new Map();

  constructor(options) {
    Object.assign(this, options);
  }

  /** Measures rows one after the other; what is measured is in `rows` whatever happens to the next one. */
  async measure(ids, rows) {
    try {
      for (const id of ids) rows.push(...(await ROWS[id](this)));
    } finally {
      for (const system of this.#opened.values()) await (await system).stop();
    }
  }

  get product() {
    return this.#system('product', () => warmedUp(openProduct(this.profile, { cpuProf: this.cpuProf }), this));
  }

  get floor() {
    return this.#system('floor', () => warmedUp(openFloor(this.profile), this));
  }

  peer() {
    return this.#system('peer', () => openPeer(this.say));
  }

  /** Pairs of runs at a rate. */
  openLoop(rate) {
    return this.#once(`${this.profile}: ${rate}/s, open loop`, atRate(rate));
  }

  /** Pairs of runs that are held back by nothing but the pipeline itself. */
  window() {
    return this.#once(`${this.profile}: ${WINDOW} incidents under way`, SATURATION);
  }

  /** What the product dispatches per second when the pipeline is full. */
  async saturation() {
    const pairs = await this.window();
    return median(pairs.map(({ product }) => product.dispatched / product.seconds));
  }

  #system(name, open) {
    if (!this.#opened.has(name)) this.#opened.set(name, open());
    return this.#opened.get(name);
  }

  #once(title, order) {
    if (!this.#runs.has(title)) this.#runs.set(title, this.#pairs(title, order));
    return this.#runs.get(title);
  }

  async #pairs(title, order) {
    const sides = { product: await this.product, floor: await this.floor };
    this.say(title);
    return inPairs(sides, { ...order, seconds: this.seconds }, this);
  }
}

/** What the figures were measured on. */
export const machine = () => ({
  cpu: `${cpus().length} x ${cpus()[0]?.model.trim() ?? 'unknown'}`,
  memoryGiB: Math.round(totalmem() / 2 ** 30),
  system: `${process.platform} ${systemRelease()}`,
  node: process.version,
});
