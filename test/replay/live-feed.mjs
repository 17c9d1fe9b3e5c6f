import { createParser } from 'eventsource-parser';
import http from 'node:http';

const RETRY_MS = 500;

/** The operator's live feed over one connection; comes back where it was when the connection breaks. */
export class LiveFeed {
  #request;
  #lastId;
  #closed = false;

  /**
   * @param {string} baseUrl
   * @param {string} token
   * @param {(type: string, data: object, at: number) => void} onEvent `at` is ms on the monotonic clock of this process;
   *   type `resync` means that something was missed
   */
  constructor(baseUrl, token, onEvent) {
    this.url = `${baseUrl}/api/v1/live`;
    this.token = token;
    this.onEvent = onEvent;
    this.events = 0;
    this.breaks = 0;
  }

  /** Resolves once the feed is open. */
  open() {
    return new Promise((resolve, reject) => this.#connect(resolve, reject));
  }

  close() {
    this.#closed = true;
    this.#request?.destroy();
  }

  #connect(opened, failed) {
    const parser = createParser({ onEvent: (event) => this.#take(event), onError: () => {} });
    const headers = {
      authorization: `Bearer ${this.token}`,
      accept: 'text/event-stream',
      ...(this.#lastId && { 'last-event-id': this.#lastId }),
    };
    this.#request = http.get(this.url, { headers, agent: false }, (answer) => {
      if (answer.statusCode !== 200) {
        answer.resume();
        return failed?.(new Error(`the live feed answers ${answer.statusCode}`));
      }
      answer.setEncoding('utf8');
      answer.on('data', (text) => parser.feed(text));
      answer.on('close', () => this.#again());
      answer.on('error', () => {});
      opened?.();
    });
    this.#request.on('error', (error) => (failed ? failed(error) : this.#again()));
  }

  #again() {
    if (this.#closed) return;
    this.breaks += 1;
    setTimeout(() => this.#closed || this.#connect(undefined, undefined), RETRY_MS);
  }

  #take({ id, event, data }) {
    if (id) this.#lastId = id;
    if (!event) return;
    this.events += 1;
    this.onEvent(event, JSON.parse(data), performance.now());
  }
}
