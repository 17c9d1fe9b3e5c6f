import { randomUUID } from 'node:crypto';
import http from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

const TIMEOUT_MS = 10_000;
const PATIENCE_MS = 60_000;
const PAUSES_MS = { first: 100, most: 400 };
/** Machines decide on what is, whatever it is by then; people name the version that they saw. */
const DECIDES = { 'if-match': '*' };
/** Answers after which nobody knows what became of a request. */
const UNKNOWN = new Set([0, 429, 502, 503, 504]);

/** A refusal, or no answer after all attempts (status 0). */
export class Refused extends Error {
  constructor(status, { code = 'unknown', detail, title } = {}) {
    super(`${status} ${code}: ${detail ?? title ?? ''}`);
    this.status = status;
    this.code = code;
  }
}

/** The public API of a running system as people, units and machines use it. */
export class Api {
  #sessions = new Map();

  /**
   * @param {object} options
   * @param {string} options.baseUrl where the gateway or the one process listens
   * @param {string} options.password of all accounts
   * @param {number} [options.sockets] connections at most
   * @param {number} [options.timeoutMs] after which a request counts as lost
   * @param {() => boolean} [options.closed] whether to give up what is still under way
   */
  constructor({ baseUrl, password, sockets = 64, timeoutMs = TIMEOUT_MS, closed = () => false }) {
    Object.assign(this, { baseUrl, password, timeoutMs, closed });
    this.agent = new http.Agent({ keepAlive: true, maxSockets: sockets, scheduling: 'fifo' });
  }

  /** The session of an account; signs in the first time. */
  as(account) {
    let session = this.#sessions.get(account);
    if (!session) {
      session = new Session(this, account).signIn();
      session.catch(() => this.#sessions.delete(account));
      this.#sessions.set(account, session);
    }
    return session;
  }

  async get(account, path) {
    return (await this.as(account)).get(path);
  }

  async post(account, path, body, key) {
    return (await this.as(account)).post(path, body, key);
  }

  /** Requests that were sent again, by all sessions that are open. */
  async retries() {
    const sessions = await Promise.all(this.#sessions.values());
    return sessions.reduce((sum, { retries }) => sum + retries, 0);
  }

  close() {
    this.agent.destroy();
  }
}

/** Somebody who signed in. What may not have been done is sent again, under the same key. */
export class Session {
  constructor(api, account) {
    Object.assign(this, { api, account, token: '', retries: 0 });
  }

  /** Signs in, again where somebody has; throws `Refused`. */
  async signIn() {
    const startedAt = Date.now();
    const body = { account: this.account, password: this.api.password };
    const { accessToken, caller } = answered(
      await this.send('POST', 'sessions', { body, key: randomUUID(), patienceMs: 30_000 }),
    );
    Object.assign(this, { token: accessToken, caller });
    this.signedInAt = startedAt;
    return this;
  }

  async get(path) {
    return answered(await this.send('GET', path));
  }

  async post(path, body = {}, key = randomUUID()) {
    return answered(await this.send('POST', path, { body, key }));
  }

  /** Edits what was read at this version. */
  async patch(path, body, version) {
    return answered(await this.send('PATCH', path, { body, headers: { 'if-match': `"${version}"` } }));
  }

  /**
   * Sends a request until it is answered or patience is over; never throws.
   * @param {object} options
   * @param {(attempt: {status: number, answer: unknown, sentAt: number, known: boolean}) => void} [options.onAttempt]
   * @param {boolean} [options.faultsToo] whether a fault of the server (500) leaves open what was done
   * @returns {Promise<{status: number, answer: any, firstAt: number, signedInAt?: number}>} status 0: no answer
   */
  async send(method, path, { body, key, headers, patienceMs = PATIENCE_MS, onAttempt, faultsToo = false } = {}) {
    const firstAt = Date.now();
    for (let pause = PAUSES_MS.first; ; pause = Math.min(pause * 1.5, PAUSES_MS.most)) {
      const sentAt = Date.now();
      const { signedInAt } = this;
      const { status, answer } = await this.#once(method, path, body, {
        ...(method === 'POST' && DECIDES),
        ...headers,
        ...(key && { 'idempotency-key': key }),
      });
      const known = !UNKNOWN.has(status) && !(faultsToo && status >= 500) && answer?.code !== 'idempotency.in-progress';
      onAttempt?.({ status, answer, sentAt, known });
      if (known || this.api.closed() || Date.now() - firstAt > patienceMs)
        return { status, answer, firstAt, signedInAt };
      this.retries += 1;
      await sleep(pause);
    }
  }

  #once(method, path, body, more) {
    const { baseUrl, agent, timeoutMs } = this.api;
    const text = body === undefined ? undefined : JSON.stringify(body);
    const headers = {
      ...(this.token && { authorization: `Bearer ${this.token}` }),
      ...(text !== undefined && { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }),
      ...more,
    };
    return new Promise((resolve) => {
      const lost = (error) => resolve({ status: 0, answer: { code: 'no-answer', detail: error.message } });
      const options = { method, headers, agent, timeout: timeoutMs };
      const request = http.request(`${baseUrl}/api/v1/${path}`, options, (incoming) => {
        const parts = [];
        incoming.on('data', (part) => parts.push(part));
        incoming.on('error', lost);
        incoming.on('end', () => resolve({ status: incoming.statusCode, answer: parsed(Buffer.concat(parts)) }));
      });
      request.on('error', lost);
      request.on('timeout', () => request.destroy(new Error(`no answer within ${timeoutMs} ms`)));
      request.end(text);
    });
  }
}

/** Makes an account of a person who has set a password with the one-time secret, by whoever keeps accounts. */
export async function makeAccount(admin, account, password) {
  const { accountId } = await admin.post('accounts', account);
  const { handedOut } = await admin.post(`accounts/${accountId}/reset`);
  await admin.post('passwords', { secret: handedOut.secret, password });
  return accountId;
}

function answered({ status, answer }) {
  if (status >= 200 && status < 300) return answer;
  throw new Refused(status, answer);
}

function parsed(bytes) {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return undefined;
  }
}
