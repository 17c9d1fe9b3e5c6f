import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { every, type Repeating } from '#persistence';
import { AppLogger } from './app-logger.js';

const MINUTE_MS = 60_000;
/** Series that are told apart; further ones of the minute become one. */
const MOST_SERIES = 10_000;

/**
 * What concerns the security of the system, and how often within a minute it must happen to be told: what happens to everybody
 * now and then (a mistyped password, a button that is not for one's role) is an event only as a series.
 */
const EVENTS = {
  'sign-in-refused': 5,
  'sign-in-backed-off': 1,
  'sign-in-guessing': 1,
  'account-unlocked': 1,
  'account-reset': 1,
  'account-disabled-for-disuse': 1,
  'token-refused': 1,
  'cross-site-refused': 1,
  forbidden: 5,
  'rate-limited': 1,
  oversized: 1,
} as const;

export type SecurityEvent = keyof typeof EVENTS;

/** Whom or what an event is about: ids, addresses and codes, never a name. */
export interface SecurityFacts {
  readonly accountId?: string | undefined;
  /** Address that the request came from. */
  readonly from?: string | undefined;
  readonly code?: string | undefined;
}

interface Series {
  readonly event: SecurityEvent;
  readonly facts: SecurityFacts;
  count: number;
}

/**
 * Tells of security events once: `security.<event>` at `warn`, when the series reaches its number, and how many there were in
 * all at the end of the minute if there were more.
 */
@Injectable()
export class SecurityLog implements OnModuleDestroy {
  private series = new Map<string, Series>();
  private readonly turn: Repeating;

  constructor(private readonly logger: AppLogger) {
    this.turn = every(MINUTE_MS, () => this.endMinute(), { report: () => undefined, keepsAlive: false });
  }

  async onModuleDestroy(): Promise<void> {
    await this.turn.stop();
    this.endMinute();
  }

  note(event: SecurityEvent, facts: SecurityFacts): void {
    const series = this.seriesOf(event, facts);
    series.count += 1;
    if (series.count === EVENTS[event]) this.tell(series);
  }

  /** Tells what went on after it was told, and begins anew. */
  endMinute(): void {
    for (const series of this.series.values()) if (series.count > EVENTS[series.event]) this.tell(series);
    this.series = new Map();
  }

  private seriesOf(event: SecurityEvent, facts: SecurityFacts): Series {
    const full = this.series.size >= MOST_SERIES;
    const name = [event, facts.accountId, facts.from].join(' ');
    const key = full && !this.series.has(name) ? event : name;
    let series = this.series.get(key);
    if (!series) this.series.set(key, (series = { event, facts: key === name ? facts : {}, count: 0 }));
    return series;
  }

  private tell({ event, facts, count }: Series): void {
    this.logger.warn({ msg: `security.${event}`, context: 'security', ...facts, count });
  }
}
