import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { sleep } from '../lib/command.mjs';
import { inRoot, root } from '../lib/paths.mjs';

const RESTART_AFTER = 50;
/** More deaths than these are no bad luck any more: it waits before it tries again, longer each time. */
const BAD_LUCK = { deaths: 4, withinMs: 10_000 };
const LONGEST_WAIT = 5_000;
/** Longer than the 20 s that a service grants its own orderly stop. */
const PATIENCE = 25_000;
const guard = pathToFileURL(inRoot('scripts/cluster/stop-with-parent.mjs')).href;

/** One Node process that is started again when it dies: at once, and ever later from the fifth death within 10 s on. */
export class SupervisedProcess {
  #child;
  /** When it died, ms; those of the last 10 s. */
  #deaths = [];
  #wanted = false;
  #timer;
  #onDeath = () => undefined;

  /** @param {{name: string, script: string, env: object, url: string, logFile: string, say: (text: string) => void}} setup */
  constructor(setup) {
    Object.assign(this, setup);
    this.restarts = 0;
  }

  /** The process id, or undefined while it waits to be started again. */
  get pid() {
    return this.#child?.pid;
  }

  start() {
    this.#wanted = true;
    const log = openSync(this.logFile, 'a');
    const child = spawn(process.execPath, ['--import', guard, this.script], {
      cwd: root,
      env: { ...process.env, ...this.env },
      stdio: ['ignore', log, log, 'ipc'],
      detached: true, // Ctrl-C of a terminal must reach the supervisor only, which stops the processes in order
    });
    closeSync(log);
    child.on('error', (error) => this.say(`${this.name}: ${error.message}`));
    child.once('exit', (code, signal) => this.#onExit(signal ?? code));
    this.#child = child;
  }

  #onExit(reason) {
    this.#child = undefined;
    if (!this.#wanted) return;
    const now = Date.now();
    this.#deaths = [...this.#deaths.filter((at) => now - at < BAD_LUCK.withinMs), now];
    const tooMany = Math.max(0, this.#deaths.length - BAD_LUCK.deaths);
    const wait = Math.min(RESTART_AFTER * 5 ** tooMany, LONGEST_WAIT);
    this.restarts += 1;
    this.say(`${this.name} died (${reason}); starting it again in ${wait} ms`);
    this.#timer = setTimeout(() => this.start(), wait);
    this.#onDeath(now);
  }

  /** When it died the last time, ms; undefined before. */
  get diedAt() {
    return this.#deaths.at(-1);
  }

  /** Waits for the next time it dies; answers when, ms, or undefined after `patienceMs`. */
  death(patienceMs) {
    return new Promise((resolve) => {
      const late = setTimeout(resolve, patienceMs);
      this.#onDeath = (at) => {
        clearTimeout(late);
        resolve(at);
      };
    });
  }

  /** SIGKILL: the supervisor starts it again. Returns the id of the process killed. */
  kill() {
    const { pid } = this;
    this.#child?.kill('SIGKILL');
    return pid;
  }

  /** SIGTERM, and SIGKILL after 25 s; it is not started again. */
  async stop() {
    this.#wanted = false;
    clearTimeout(this.#timer);
    const child = this.#child;
    if (!child) return;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    const hard = setTimeout(() => child.kill('SIGKILL'), PATIENCE);
    await gone;
    clearTimeout(hard);
  }

  /** Waits until `/health/ready` answers 2xx. Throws with the end of the log when it keeps dying or takes too long. */
  async untilReady(timeoutMs = 60_000) {
    const restarts = this.restarts;
    for (const until = Date.now() + timeoutMs; Date.now() < until; await sleep(100)) {
      if (this.restarts > restarts + 3) break;
      if (this.pid && (await this.#answers())) return;
    }
    throw new Error(`${this.name} does not become ready\n${this.#logTail()}`);
  }

  async #answers() {
    try {
      const answer = await fetch(`${this.url}/health/ready`, { signal: AbortSignal.timeout(2_000) });
      await answer.body?.cancel();
      return answer.ok;
    } catch {
      return false;
    }
  }

  #logTail() {
    return readFileSync(this.logFile, 'utf8').trim().split('\n').slice(-15).join('\n');
  }
}
