const LOOK_MS = 250;

/**
 * What is to be done, in the order of the log's own time. At a speed N it happens N times faster than in the log; at
 * `Infinity` the log's clock is moved on as fast as answers come: a thing is begun as soon as everything before it was.
 */
export class Agenda {
  #heap = [];
  #serial = 0;
  #running = new Set();
  #now;
  #began;
  #wake = () => {};

  /** @param {{ startAt: number, speed: number, concurrency: number }} options */
  constructor({ startAt, speed, concurrency }) {
    this.startAt = startAt;
    this.speed = speed;
    this.concurrency = concurrency;
    this.#now = startAt;
    this.#began = performance.now();
  }

  /** The time of the log that it is now, ms. */
  get now() {
    if (this.speed === Infinity) return this.#now;
    return this.startAt + (performance.now() - this.#began) * this.speed;
  }

  /** Milliseconds by which something planned for `at` is late; undefined where no clock says when it is due. */
  behind(at) {
    return this.speed === Infinity ? undefined : Math.max(0, (this.now - at) / this.speed);
  }

  /** The earliest time of the log that something under way was planned for; Infinity when nothing is. */
  get oldest() {
    return Math.min(...[...this.#running].map(({ at }) => at));
  }

  /** Plans `work` for a time of the log; the past means at once. `may` can hold it back. */
  add(at, work, may = always) {
    const entry = { at, serial: (this.#serial += 1), work, may };
    this.#heap.push(entry);
    this.#up(this.#heap.length - 1);
    this.nudge();
  }

  /** Something changed that may let work begin. */
  nudge() {
    this.#wake();
  }

  /** Works until nothing is left and `waiting()` says that nothing will come. */
  async run(waiting) {
    for (;;) {
      while (this.#mayBegin()) this.#begin(this.#pop());
      if (this.#heap.length === 0 && this.#running.size === 0 && !waiting()) return;
      await this.#pause();
    }
  }

  #mayBegin() {
    const next = this.#heap[0];
    if (next === undefined || this.#running.size >= this.concurrency || !next.may()) return false;
    return this.speed === Infinity || next.at <= this.now;
  }

  #begin(entry) {
    this.#now = Math.max(this.#now, entry.at);
    this.#running.add(entry);
    void entry.work().finally(() => {
      this.#running.delete(entry);
      this.nudge();
    });
  }

  #pause() {
    const next = this.#heap[0];
    const due = next && this.speed !== Infinity ? (next.at - this.now) / this.speed : LOOK_MS;
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, Math.min(LOOK_MS, Math.max(1, due)));
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  #pop() {
    const [first] = this.#heap;
    const last = this.#heap.pop();
    if (this.#heap.length > 0) {
      this.#heap[0] = last;
      this.#down(0);
    }
    return first;
  }

  #up(at) {
    for (let child = at; child > 0;) {
      const parent = (child - 1) >> 1;
      if (before(this.#heap[parent], this.#heap[child])) return;
      child = this.#swap(child, parent);
    }
  }

  #down(at) {
    for (let parent = at; ;) {
      const [left, right] = [2 * parent + 1, 2 * parent + 2];
      let least = parent;
      if (left < this.#heap.length && before(this.#heap[left], this.#heap[least])) least = left;
      if (right < this.#heap.length && before(this.#heap[right], this.#heap[least])) least = right;
      if (least === parent) return;
      parent = this.#swap(parent, least);
    }
  }

  #swap(a, b) {
    [this.#heap[a], this.#heap[b]] = [this.#heap[b], this.#heap[a]];
    return b;
  }
}

const always = () => true;
const before = (a, b) => a.at < b.at || (a.at === b.at && a.serial < b.serial);
