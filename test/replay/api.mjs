import { randomUUID } from 'node:crypto';
import http from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

const TIMEOUT_MS = 20_000;
const ATTEMPTS = 8;
const FIRST_PAUSE_MS = 100;
/** Answers after which the same request is sent again, with the same key. */
const AGAIN = new Set([429, 502, 503, 504]);

/** A refusal, or no answer after all attempts (status 0). */
export class Refused extends Error {
  constructor(status, code, detail) {
    super(`${status} ${code}: ${detail}`);
    this.status = status;
    this.code = code;
  }
}

/** The public API as people, units and machines use it, each signed in once. */
export class Api {
  #tokens = new Map();
  #agent;

  /** @param {{ baseUrl: string, password: string, sockets?: number }} options */
  constructor({ baseUrl, password, sockets = 64 }) {
    this.baseUrl = baseUrl;
    this.password = password;
    this.retries = 0;
    this.#agent = new http.Agent({ keepAlive: true, maxSockets: sockets, scheduling: 'fifo' });
  }

  /** The token of an account; signs in the first time. */
  token(account) {
    let token = this.#tokens.get(account);
    if (!token) {
      token = this.#send('POST', 'sessions', undefined, { account, password: this.password }, randomUUID()).then(
        ({ accessToken }) => accessToken,
      );
      token.catch(() => this.#tokens.delete(account));
      this.#tokens.set(account, token);
    }
    return token;
  }

  async get(account, path) {
    return this.#send('GET', path, await this.token(account));
  }

  /** Sends a write, again under the same key when the answer was lost or the service was too busy. */
  async post(account, path, body, key = randomUUID()) {
    return this.#send('POST', path, await this.token(account), body, key);
  }

  close() {
    this.#agent.destroy();
  }

  async #send(method, path, token, body, key) {
    for (let attempt = 1, pause = FIRST_PAUSE_MS; ; attempt += 1, pause *= 2) {
      const answer = await this.#once(method, path, token, body, key);
      if (answer.status >= 200 && answer.status < 300) return answer.body;
      const { code = 'unknown', detail = '' } = answer.body ?? {};
      const again = answer.status === 0 || AGAIN.has(answer.status) || code === 'idempotency.in-progress';
      if (!again || attempt === ATTEMPTS) throw new Refused(answer.status, code, detail);
      this.retries += 1;
      await sleep(pause);
    }
  }

  #once(method, path, token, body, key) {
    const text = body === undefined ? undefined : JSON.stringify(body);
    const headers = {
      ...(token && { authorization: `Bearer ${token}` }),
      ...(key && { 'idempotency-key': key }),
      ...(text !== undefined && { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }),
    };
    return new Promise((resolve) => {
      const lost = (error) => resolve({ status: 0, body: { code: 'no-answer', detail: error.message } });
      const url = `${this.baseUrl}/api/v1/${path}`;
      const request = http.request(url, { method, headers, agent: this.#agent, timeout: TIMEOUT_MS }, (answer) => {
        const parts = [];
        answer.on('data', (part) => parts.push(part));
        answer.on('error', lost);
        answer.on('end', () => resolve({ status: answer.statusCode, body: parsed(Buffer.concat(parts)) }));
      });
      request.on('error', lost);
      request.on('timeout', () => request.destroy(new Error(`no answer within ${TIMEOUT_MS} ms`)));
      request.end(text);
    });
  }
}

function parsed(bytes) {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return undefined;
  }
}
