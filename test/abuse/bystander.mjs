import http from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

const EVERY_MS = 50;
const PATIENCE_MS = 60_000;

/** Somebody who goes on working while the product is attacked: asks for one page again and again, and times each answer. */
export class Bystander {
  #agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
  #working = true;
  #loop;
  worstMs = 0;
  asked = 0;
  /** Answers other than 200, by status; 0 stands for no answer at all. */
  refused = {};

  /**
   * @param {string} url what is asked for
   * @param {string} token of who asks
   */
  constructor(url, token) {
    Object.assign(this, { url, headers: { authorization: `Bearer ${token}` } });
    this.#loop = this.#work();
  }

  /** Ends; answers what was seen. */
  async stop() {
    this.#working = false;
    await this.#loop;
    this.#agent.destroy();
    const { worstMs, asked, refused } = this;
    return { worstMs: Math.round(worstMs), asked, refused };
  }

  async #work() {
    while (this.#working) {
      const began = performance.now();
      const status = await this.#ask();
      this.worstMs = Math.max(this.worstMs, performance.now() - began);
      this.asked += 1;
      if (status !== 200) this.refused[status] = (this.refused[status] ?? 0) + 1;
      await sleep(EVERY_MS);
    }
  }

  #ask() {
    return new Promise((resolve) => {
      const request = http.get(
        this.url,
        { agent: this.#agent, headers: this.headers, timeout: PATIENCE_MS },
        (incoming) => incoming.resume().once('end', () => resolve(incoming.statusCode)),
      );
      request.once('timeout', () => request.destroy());
      request.once('error', () => resolve(0));
    });
  }
}
