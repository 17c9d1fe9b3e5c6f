import type { LiveFacts } from '../../kit/live/live';

/** After what it was told of an incident the desk looks at its file so often, ms: the feed may be ahead of the files. */
const AFTER_MS = [100, 300, 700, 2_000];
const TICK_MS = 100;

/**
 * Looks at what the feed told of until it has been found, each incident in its own time, those due together in one call.
 */
export class Looks {
  private readonly wanted = new Map<string, { since: number; done: number; news?: LiveFacts }>();
  private timer: ReturnType<typeof setInterval> | undefined;

  constructor(private readonly look: (incidentIds: string[]) => void) {}

  /** @param news what the feed told of it */
  want(incidentId: string, news?: LiveFacts): void {
    this.wanted.set(incidentId, { since: Date.now(), done: 0, news });
    this.timer ??= setInterval(() => this.tick(Date.now()), TICK_MS);
  }

  /** What the feed told last of an incident that is being looked at. */
  newsOf(incidentId: string): LiveFacts | undefined {
    return this.wanted.get(incidentId)?.news;
  }

  /** What the feed told of an incident shows: no more looks at it. */
  found(incidentId: string): void {
    this.wanted.delete(incidentId);
    if (this.wanted.size === 0) this.stop();
  }

  stop(): void {
    clearInterval(this.timer);
    this.timer = undefined;
    this.wanted.clear();
  }

  private tick(now: number): void {
    const due = [...this.wanted].filter(([, { since, done }]) => now - since >= (AFTER_MS[done] ?? 0));
    for (const [id, wanted] of due) {
      wanted.done += 1;
      if (wanted.done === AFTER_MS.length) this.wanted.delete(id);
    }
    if (due.length > 0) this.look(due.map(([id]) => id));
    if (this.wanted.size === 0) this.stop();
  }
}
