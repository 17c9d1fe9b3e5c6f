import { defineRefusal } from '#domain-kit';

/** Attempts of one source at one account that may wait for each other; checking a password takes some 25 ms. */
const PER_KEY = 10;
/** Attempts that may be under way or wait altogether. */
const ALTOGETHER = 200;

/** 429: more attempts wait already than will be looked at. */
export const tooManyAttempts = defineRefusal({
  code: 'session.too-many-attempts',
  kind: 'rate-limited',
  zh: '登录请求过于频繁，请稍后再试',
  en: 'Too many attempts to sign in; try again shortly',
});

/** Does work of the same key one after the other, and of different keys at once; refuses what would wait too long. */
export class AttemptQueue {
  private readonly tails = new Map<string, { last: Promise<unknown>; length: number }>();
  private all = 0;

  /** `unbounded`: this key is not refused for the sake of others. Throws 429 `session.too-many-attempts`. */
  async run<T>(key: string, work: () => Promise<T>, { unbounded = false } = {}): Promise<T> {
    const tail = this.tails.get(key) ?? { last: Promise.resolve(), length: 0 };
    if (tail.length >= PER_KEY || (!unbounded && this.all >= ALTOGETHER)) throw tooManyAttempts();
    const mine = tail.last.then(work, work);
    Object.assign(tail, { last: mine, length: tail.length + 1 });
    this.tails.set(key, tail);
    this.all += 1;
    try {
      return await mine;
    } finally {
      this.all -= 1;
      tail.length -= 1;
      if (tail.length === 0) this.tails.delete(key);
    }
  }
}
