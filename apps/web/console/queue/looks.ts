/** After what it was told of an incident the desk looks at its file so often, ms: the feed may be ahead of the files. */
const AFTER_MS = [100, 300, 700, 2_000];
const TICK_MS = 100;

/** Looks again and again at what the feed told of, each incident in its own time, those due together in one call. */
export class Looks {
  private readonly wanted = new Map<string, { since: number; done: number }>();
  private timer: ReturnType<typeof setInterval> | undefined;

  constructor(private readonly look: (incidentIds: string[]) => void) {}

  want(incidentId: string): void {
    this.wanted.set(incidentId, { since: Date.now(), done: 0 });
    this.timer ??= setInterval(() => this.tick(Date.now()), TICK_MS);
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
