import { ensureFreshlyBuilt } from '../lib/build.mjs';
import { say } from '../lib/command-line.mjs';
import { stackDown, stackEnvironment, stackStatus, stackUp } from '../stack/stack.mjs';

/** What steps may need, made once and on demand. The stack is stopped at the end when it was started here. */
export class Provisions {
  #dist;
  #stack;
  #startedStack = false;

  /** Throws when the sources do not compile: the step that needs them fails. */
  dist() {
    this.#dist ??= ensureFreshlyBuilt(say);
    return this.#dist;
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

  async end() {
    if (this.#startedStack) await stackDown();
  }
}
