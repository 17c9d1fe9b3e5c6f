import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { every, type Repeating } from '#persistence';
import { EndedSessions } from './ended-sessions.js';
import { remoteIdentity, type EndedSince, type IdentitySource } from './identity-source.js';
import { KeyRing } from './key-ring.js';

/** How often identity is asked; what it tells holds in every process within two seconds. */
const PERIOD_MS = 1_000;
/** Ended sessions are asked for again from so long before the last one known: transactions commit in another order. */
const OVERLAP_MS = 60_000;
/** Turns after which all ended sessions are asked for again, whatever clocks did. */
const WHOLE_EVERY = 60;
/** Without news for so long, a key id that is not known may be a new one. */
const BEHIND_MS = 5_000;
/** Without news for so long, nobody is believed any more. Long enough to mend identity while the desk goes on working. */
export const DEAF_MS = 5 * 60_000;

/** Hears from identity which keys are good and which sessions have ended, for as long as the process lives. */
@Injectable()
export class FollowIdentity implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('sessions');
  private source: IdentitySource | undefined;
  private turns: Repeating | undefined;
  private turn = 0;
  private lastEnded: string | undefined;
  /** `performance.now()` of the last answer. */
  private heardAt = -Infinity;
  private silent = false;

  constructor(
    private readonly keys: KeyRing,
    private readonly ended: EndedSessions,
    private readonly options: { readonly jwksUrl?: string; readonly clock?: () => number } = {},
  ) {}

  /** Identity in another process is followed unless it runs in this one. It may be away: the next turn asks again. */
  async onApplicationBootstrap(): Promise<void> {
    if (this.source || this.options.jwksUrl === undefined) return;
    this.begin(remoteIdentity(this.options.jwksUrl));
    await this.turnNow();
  }

  /** Asks now instead of when it is time to; a failure is told to the log. */
  async turnNow(): Promise<void> {
    await this.turns?.now();
  }

  async onModuleDestroy(): Promise<void> {
    await this.turns?.stop();
  }

  /** Follows identity where it runs in this process; throws when it cannot be asked even once. */
  async follow(source: IdentitySource): Promise<void> {
    await this.ask(source);
    this.begin(source);
  }

  /** Whether there has been no news for so long that no session can be believed. */
  get deaf(): boolean {
    return this.source !== undefined && this.now() - this.heardAt > DEAF_MS;
  }

  /** Whether there may be keys that this process has not heard of. */
  get behind(): boolean {
    return this.source !== undefined && this.now() - this.heardAt > BEHIND_MS;
  }

  private begin(source: IdentitySource): void {
    this.source = source;
    const report = (error: unknown): void => {
      if (!this.silent) this.logger.warn({ msg: 'identity tells nothing of keys and ended sessions', err: error });
      this.silent = true;
    };
    this.turns = every(PERIOD_MS, () => this.ask(source), { report, keepsAlive: false });
  }

  private async ask(source: IdentitySource): Promise<void> {
    const whole = this.turn % WHOLE_EVERY === 0 || this.lastEnded === undefined;
    const overlapping = Date.parse(this.lastEnded ?? '') - OVERLAP_MS;
    await Promise.all([
      source.keys().then((keys) => this.keys.replace(keys)),
      this.hearOfEnded(source, whole ? {} : { since: new Date(overlapping).toISOString() }),
    ]);
    this.turn += 1;
    this.heardAt = this.now();
    this.silent = false;
  }

  private async hearOfEnded(source: IdentitySource, from: EndedSince): Promise<void> {
    for (let next: EndedSince | undefined = from; next;) {
      const { sessions, more } = await source.ended(next);
      for (const { sessionId, expiresAt } of sessions) this.ended.end(sessionId, new Date(expiresAt));
      const last = sessions.at(-1);
      if (last && last.endedAt > (this.lastEnded ?? '')) this.lastEnded = last.endedAt;
      next = more && last ? { since: last.endedAt, after: last.sessionId } : undefined;
    }
  }

  private now(): number {
    return this.options.clock?.() ?? performance.now();
  }
}
