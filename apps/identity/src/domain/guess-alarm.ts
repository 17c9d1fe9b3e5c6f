import { MINUTE } from '#domain-kit';

/** Refusals are counted for so long. */
const WINDOW_MS = 15 * MINUTE;
/** Refusals within a window that no forgetfulness explains: of one account, and of all together. */
const LIMITS = { account: 20, all: 100 } as const;

/** Who is being guessed at: one account by its id, or everybody. */
export type Guessed = { readonly accountId: string } | 'everybody';

/**
 * Counts refused passwords from everywhere. Nobody is shut out by it, since that would be what a guesser of all accounts is
 * after: it says once per window that somebody guesses.
 */
export class GuessAlarm {
  private startedAt = 0;
  private readonly refused = new Map<string, number>();

  /** Counts one refusal, of an account where there is one; answers what the alarm is raised for by it. */
  count(accountId: string | undefined, now: Date): Guessed[] {
    if (now.getTime() - this.startedAt >= WINDOW_MS) {
      this.startedAt = now.getTime();
      this.refused.clear();
    }
    const raised: Guessed[] = [];
    if (this.reaches('', LIMITS.all)) raised.push('everybody');
    if (accountId !== undefined && this.reaches(accountId, LIMITS.account)) raised.push({ accountId });
    return raised;
  }

  private reaches(key: string, limit: number): boolean {
    const count = (this.refused.get(key) ?? 0) + 1;
    this.refused.set(key, count);
    return count === limit;
  }
}
