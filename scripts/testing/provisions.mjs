import { ensureChromium } from '../browser/chromium.mjs';
import { ensureFreshlyBuilt, ensureWebFreshlyBuilt } from '../lib/build.mjs';
import { say } from '../lib/command-line.mjs';
import { stackDown, stackEnvironment, stackStatus, stackUp } from '../stack/stack.mjs';

/** What steps may need, made once and on demand. The stack is stopped at the end when it was started here. */
export class Provisions {
  #dist;
  #web;
  #stack;
  #browser;
  #startedStack = false;

  /** Throws when the sources do not compile: the step that needs them fails. */
  dist() {
    this.#dist ??= ensureFreshlyBuilt(say).then(() => ({ env: {} }));
    return this.#dist;
  }

  /** Throws when the pages cannot be built. */
  web() {
    this.#web ??= ensureWebFreshlyBuilt(say).then(() => ({ env: {} }));
    return this.#web;
  }

  /** @returns {Promise<{env: object} | {reason: string}>} the variables of the stack, or why there is none */
  stack() {
    this.#stack ??= this.#raise();
    return this.#stack;
  }

  async #raise() {
    try {
      this.#startedStack = !(await stackStatus()).ok;
      await stackUp();
      return { env: stackEnvironment() };
    } catch (error) {
      return { reason: `no stack: ${error.message.split('\n')[0]}` };
    }
  }

  /** @returns {Promise<{env: object} | {reason: string}>} the variable that names the browser, or why there is none */
  browser() {
    this.#browser ??= ensureChromium().then(
      (path) => ({ env: { QIJING_CHROMIUM: path } }),
      (error) => ({ reason: `no browser: ${error.message.split('\n')[0]}` }),
    );
    return this.#browser;
  }

  async end() {
    if (this.#startedStack) await stackDown();
  }
}
