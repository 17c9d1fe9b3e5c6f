/** Part of the `localStorage` interface that a locker needs. */
export interface Shelf {
  readonly length: number;
  key(index: number): string | null;
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

/**
 * What this phone keeps for one account: drafts and acts that wait for the network. Another account that signs in on the
 * same phone finds nothing of it, and signing out empties it.
 */
export class Locker {
  private readonly prefix: string;

  constructor(
    accountId: string,
    private readonly shelf: Shelf,
  ) {
    this.prefix = `qijing.${accountId}.`;
  }

  /** What was put there; undefined when there is nothing, or nothing readable. */
  get<T>(name: string): T | undefined {
    const text = this.shelf.getItem(this.prefix + name);
    if (text === null) return undefined;
    try {
      return JSON.parse(text) as T;
    } catch {
      return undefined;
    }
  }

  /** Keeps a value, or forgets it when it is undefined. */
  put(name: string, value: unknown): void {
    if (value === undefined) this.shelf.removeItem(this.prefix + name);
    else this.shelf.setItem(this.prefix + name, JSON.stringify(value));
  }

  /** Forgets everything of this account. */
  empty(): void {
    const keys = Array.from({ length: this.shelf.length }, (_, index) => this.shelf.key(index));
    for (const key of keys) if (key?.startsWith(this.prefix)) this.shelf.removeItem(key);
  }

  /** Keeps drafts until then at the latest (ms since 1970); an instant that is earlier already stays unless `anew`. */
  keepDraftsUntil(at: number, { anew = false } = {}): void {
    const before = this.get<number>(UNTIL);
    this.put(UNTIL, anew || before === undefined ? at : Math.min(before, at));
  }
}

const UNTIL = 'drafts-until';
const ACCOUNT = /^qijing\.(.+)\.drafts-until$/;

/**
 * Forgets the drafts of every account whose session has been over for too long: what somebody typed and left is nobody else's
 * business on a shared device. Acts that were done and wait for the network stay. Answers whose drafts are gone.
 */
export function forgetOldDrafts(shelf: Shelf, now: number): string[] {
  const keys = Array.from({ length: shelf.length }, (_, index) => shelf.key(index) ?? '');
  const over = keys
    .flatMap((key) => ACCOUNT.exec(key)?.[1] ?? [])
    .filter((accountId) => now > (new Locker(accountId, shelf).get<number>(UNTIL) ?? 0));
  for (const accountId of over) {
    const prefixes = [`qijing.${accountId}.draft.`, `qijing.${accountId}.${UNTIL}`];
    for (const key of keys) if (prefixes.some((prefix) => key.startsWith(prefix))) shelf.removeItem(key);
  }
  return over;
}
