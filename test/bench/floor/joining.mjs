import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Lets what arrives while a transaction runs share the next one. `most` items at a time, in order of arrival; an offer is
 * never split. `lingerMs` waits before each transaction, for work that nobody waits for.
 * @template T
 * @param {(items: T[]) => Promise<unknown>} apply
 */
export function joining(apply, { most, lingerMs = 0 }) {
  const offers = [];
  let working = false;
  const work = async () => {
    working = true;
    await new Promise((resolve) => setImmediate(resolve));
    while (offers.length > 0) {
      if (lingerMs > 0) await sleep(lingerMs);
      const joined = [offers.shift()];
      let size = joined[0].items.length;
      while (offers.length > 0 && size + offers[0].items.length <= most) {
        size += offers[0].items.length;
        joined.push(offers.shift());
      }
      try {
        const answer = await apply(joined.flatMap(({ items }) => items));
        for (const { resolve } of joined) resolve(answer);
      } catch (error) {
        for (const { reject } of joined) reject(error);
      }
    }
    working = false;
  };
  return (items) =>
    new Promise((resolve, reject) => {
      offers.push({ items, resolve, reject });
      if (!working) void work();
    });
}
