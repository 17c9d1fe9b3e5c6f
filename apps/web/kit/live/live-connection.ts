import { createParser, type EventSourceMessage } from 'eventsource-parser';
import { bareIds } from './bare-ids';
import type { LinkReport, LinkState, LiveEvent, LiveFacts } from './messages';

/** What a connection needs of its surroundings. */
export interface Surroundings {
  fetch(url: string, init: RequestInit): Promise<Response>;
  onEvent(event: LiveEvent): void;
  onLink(link: LinkReport): void;
}

/** The server sends something at least every 15 s; after two intervals and a little the link is dead. */
export const SILENCE_MS = 32_000;
const FIRST_RETRY_MS = 2_000;
const LONGEST_RETRY_MS = 15_000;
const URL = '/api/v1/live';

/**
 * One connection to the live feed that keeps itself alive: it resumes behind the last event it got, takes silence for death,
 * and waits longer after each failure. Read by `fetch`, because an `EventSource` shows neither heartbeats nor why it was
 * refused.
 */
export class LiveConnection {
  private lastEventId: string | undefined;
  private attempt: AbortController | undefined;
  private watchdog: ReturnType<typeof setTimeout> | undefined;
  private pause: ReturnType<typeof setTimeout> | undefined;
  private failures = 0;
  private retryMs = FIRST_RETRY_MS;
  private lastSign = performance.now();
  private state: LinkState = 'connecting';

  constructor(
    private readonly around: Surroundings,
    resumeAfter?: string,
  ) {
    this.lastEventId = resumeAfter;
  }

  /** How the link stands now. */
  get link(): LinkReport {
    return { state: this.state, silentMs: this.state === 'live' ? 0 : performance.now() - this.lastSign };
  }

  /** Connects, at once and anew if it waits or was refused; does nothing while the feed runs. */
  connect(): void {
    if (this.attempt && this.state === 'live') return;
    this.stop();
    this.attempt = new AbortController();
    void this.follow(this.attempt);
  }

  /** Takes the line for dead at once and tries again as after any break. */
  drop(): void {
    this.attempt?.abort();
  }

  /** Ends the connection for good, until {@link connect}. */
  stop(): void {
    clearTimeout(this.watchdog);
    clearTimeout(this.pause);
    this.attempt?.abort();
    this.attempt = undefined;
  }

  private async follow(attempt: AbortController): Promise<void> {
    this.watch(attempt);
    try {
      const response = await this.around.fetch(URL, {
        headers: { Accept: 'text/event-stream', ...(this.lastEventId && { 'Last-Event-ID': this.lastEventId }) },
        cache: 'no-store',
        credentials: 'same-origin',
        signal: attempt.signal,
      });
      if (response.ok && response.body) await this.read(response.body, attempt);
      else if (this.isFinal(response.status)) return;
    } catch {
      // No answer, or the connection broke: tried again below.
    }
    if (this.attempt === attempt) this.again();
  }

  private isFinal(status: number): boolean {
    if (status !== 401 && status !== 403) return false;
    this.stop();
    this.tell(status === 401 ? 'signed-out' : 'refused');
    return true;
  }

  private async read(body: ReadableStream<Uint8Array>, attempt: AbortController): Promise<void> {
    this.failures = 0;
    this.sign(attempt);
    const parser = createParser({
      onEvent: (message) => this.take(message),
      onRetry: (ms) => (this.retryMs = ms),
    });
    const reader = body.getReader();
    const decoder = new TextDecoder();
    const positions = bareIds();
    for (;;) {
      const { done, value } = await reader.read();
      if (done || this.attempt !== attempt) return;
      this.sign(attempt);
      const text = decoder.decode(value, { stream: true });
      this.lastEventId = positions(text) ?? this.lastEventId;
      parser.feed(text);
    }
  }

  private take({ id, event, data }: EventSourceMessage): void {
    if (id !== undefined) this.lastEventId = id;
    this.around.onEvent({ type: event ?? 'message', id: id ?? '', data: JSON.parse(data) as LiveFacts });
  }

  /** A sign of life. */
  private sign(attempt: AbortController): void {
    this.lastSign = performance.now();
    this.watch(attempt);
    if (this.state !== 'live') this.tell('live');
  }

  private watch(attempt: AbortController): void {
    clearTimeout(this.watchdog);
    this.watchdog = setTimeout(() => attempt.abort(), SILENCE_MS);
  }

  private again(): void {
    clearTimeout(this.watchdog);
    this.tell('lost');
    const wait = Math.min(this.retryMs * 2 ** Math.min(this.failures, 5), LONGEST_RETRY_MS);
    this.failures += 1;
    // Spread: a restarted server is not met by all workstations in the same moment.
    this.pause = setTimeout(() => this.connect(), wait * (0.7 + Math.random() * 0.6));
  }

  private tell(state: LinkState): void {
    this.state = state;
    this.around.onLink(this.link);
  }
}
