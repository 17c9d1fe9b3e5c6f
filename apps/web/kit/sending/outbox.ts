import type { Entry } from './entry';
import { KEPT, pauseAfter } from './patience';

/** What an outbox needs of its surroundings. */
export interface Surroundings<Deed, Answer = void> {
  /** What an earlier page left behind. */
  load(): readonly Entry<Deed>[];
  save(entries: readonly Entry<Deed>[]): void;
  /** Rejects when the deed was refused or did not get through. */
  send(deed: Deed, key: string): Promise<Answer>;
  /** Whether the same attempt may succeed later. */
  isPassing(error: unknown): boolean;
  wordsOf(error: unknown): string;
  newKey(): string;
  /** Calls back after some time; the outbox asks for one call at a time. */
  later(ms: number, work: () => void): void;
  changed(entries: readonly Entry<Deed>[]): void;
  sent(deed: Deed, answer: Answer): void;
}

/**
 * Deeds on their way to the server, in the order in which they were done. Each is kept on the phone until the server has
 * confirmed it; without an answer it is sent again under the same key; what is refused stays until somebody has read why.
 */
export class Outbox<Deed, Answer = void> {
  private entries: readonly Entry<Deed>[];
  private draining = false;
  /** Attempts in a row that got no answer. */
  private failures = 0;
  private retrying = false;

  constructor(private readonly around: Surroundings<Deed, Answer>) {
    // What was under way when the page was left may or may not have arrived: it is sent again.
    this.entries = around
      .load()
      .map((entry) => (entry.state === 'sending' ? { ...entry, state: 'waiting', unanswered: true } : entry));
    around.changed(this.entries);
  }

  /** Takes a deed over: from here on it is safe. */
  add(deed: Deed): void {
    this.set([...this.entries, { key: this.around.newKey(), deed, state: 'waiting' }]);
    void this.drain();
  }

  /** Forgets a refused deed. */
  discard(key: string): void {
    this.set(this.entries.filter((entry) => entry.key !== key || entry.state !== 'refused'));
  }

  /** Gives everything back to whoever wants to change it: nothing is sent again, but what is under way may still arrive. */
  takeBack(): void {
    this.set([]);
  }

  /** Sends what waits, one after the other; stops at the first that gets no answer and tries again later. */
  async drain(): Promise<void> {
    if (this.draining) return;
    this.draining = true;
    try {
      for (let next = this.next(); next; next = this.next()) {
        if (!(await this.attempt(next))) return this.tryLater();
        this.failures = 0;
      }
    } finally {
      this.draining = false;
    }
  }

  private next(): Entry<Deed> | undefined {
    return this.entries.find(({ state }) => state === 'waiting');
  }

  /** Whether the server answered, yes or no. */
  private async attempt({ key, deed }: Entry<Deed>): Promise<boolean> {
    this.mark(key, { state: 'sending' });
    let answer: Answer;
    try {
      answer = await this.around.send(deed, key);
    } catch (error) {
      const passing = this.around.isPassing(error);
      const refused = { state: 'refused', refusal: this.around.wordsOf(error) } as const;
      this.mark(key, passing ? { state: 'waiting', unanswered: true } : refused);
      return !passing;
    }
    this.set(this.entries.filter((entry) => entry.key !== key));
    this.around.sent(deed, answer);
    return true;
  }

  private tryLater(): void {
    if (this.retrying) return;
    this.retrying = true;
    this.around.later(pauseAfter(KEPT, this.failures), () => {
      this.retrying = false;
      void this.drain();
    });
    this.failures += 1;
  }

  private mark(key: string, change: Pick<Entry<Deed>, 'state' | 'refusal' | 'unanswered'>): void {
    this.set(this.entries.map((entry) => (entry.key === key ? { ...entry, ...change } : entry)));
  }

  private set(entries: readonly Entry<Deed>[]): void {
    this.entries = entries;
    this.around.save(entries);
    this.around.changed(entries);
  }
}
