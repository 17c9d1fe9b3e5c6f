import { sleep } from '../../../scripts/lib/command.mjs';

const TIMEOUT = 8_000;

/** One signed-in account; every write carries a key, and is repeated under it until it is answered. */
export class Api {
  constructor(world) {
    Object.assign(this, { world, token: '', retries: 0 });
  }

  async signIn(account, password) {
    for (const until = Date.now() + 30_000; ; await sleep(150)) {
      const startedAt = Date.now();
      const { status, answer } = await this.#call('POST', 'sessions', { account, password });
      if (status === 201 || status === 200) {
        this.token = answer.accessToken;
        this.account = account;
        this.signedInAt = startedAt;
        return this;
      }
      if (this.world.closed || Date.now() > until) throw new Error(`${account} cannot sign in: ${status}`);
    }
  }

  get(path) {
    return this.#call('GET', path);
  }

  /**
   * Posts under a key and writes every attempt to the log. An unknown outcome (no answer, 5xx, 409 while the first attempt
   * is under way) is repeated until `patienceMs` is over.
   * @param {{kind: 'report'|'act', act?: string, subject?: string}} what
   */
  async post(path, body, key, what, patienceMs = 120_000) {
    const firstAt = Date.now();
    for (let wait = 100; ; wait = Math.min(wait * 1.5, 400)) {
      const sentAt = Date.now();
      const { signedInAt } = this;
      const { status, answer } = await this.#call('POST', path, body, key);
      const unknown = status === 0 || status >= 500 || status === 429 || answer?.code === 'idempotency.in-progress';
      this.world.log.write({
        ...what,
        key,
        actor: this.account,
        sentAt,
        answeredAt: Date.now(),
        status: unknown ? null : status,
        answer,
      });
      if (!unknown) return { status, answer, firstAt, signedInAt };
      this.retries += 1;
      if (this.world.closed || Date.now() - firstAt > patienceMs) return { status, answer, firstAt, signedInAt };
      await sleep(wait);
    }
  }

  async #call(method, path, body, key) {
    try {
      const response = await fetch(`${this.world.baseUrl}/api/v1/${path}`, {
        method,
        headers: {
          ...(this.token && { authorization: `Bearer ${this.token}` }),
          ...(body && { 'content-type': 'application/json' }),
          ...(key && { 'idempotency-key': key }),
        },
        body: body && JSON.stringify(body),
        signal: AbortSignal.timeout(TIMEOUT),
      });
      const text = await response.text();
      return { status: response.status, answer: text ? JSON.parse(text) : undefined };
    } catch {
      return { status: 0 };
    }
  }
}
