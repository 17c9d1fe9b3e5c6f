import { Injectable } from '@nestjs/common';

const MINUTE_MS = 60_000;

/** Sessions that ended before their tokens do, as far as this process has heard. */
@Injectable()
export class EndedSessions {
  /** When the token of an ended session runs out by itself, ms since 1970. */
  private readonly until = new Map<string, number>();
  private readonly watchers = new Map<string, Set<() => void>>();
  private forgotAt = 0;

  /** A session has ended; whoever watches it is told, once. `expiresAt` is when its token would have ended by itself. */
  end(sessionId: string, expiresAt: Date): void {
    if (this.until.has(sessionId)) return;
    this.forget(Date.now());
    this.until.set(sessionId, expiresAt.getTime());
    for (const tell of [...(this.watchers.get(sessionId) ?? [])]) tell();
  }

  has(sessionId: string): boolean {
    return this.until.has(sessionId);
  }

  /** Tells when a session ends that has not ended yet; answers how to stop watching it. */
  watch(sessionId: string, tell: () => void): () => void {
    const watching = this.watchers.get(sessionId) ?? new Set();
    this.watchers.set(sessionId, watching.add(tell));
    return () => {
      watching.delete(tell);
      if (watching.size === 0 && this.watchers.get(sessionId) === watching) this.watchers.delete(sessionId);
    };
  }

  /** Once a minute: whose tokens have run out need not be remembered. */
  private forget(now: number): void {
    if (now - this.forgotAt < MINUTE_MS) return;
    this.forgotAt = now;
    for (const [id, until] of this.until) if (until < now) this.until.delete(id);
  }
}
