import type { ConsumedBatch, ConsumedRecord } from '../ports.js';

/** Records per transaction. */
export const CHUNK = 200;

/** Records of one partition that wait for a transaction; whoever brought them waits for its end. */
export interface Offer {
  readonly records: readonly ConsumedRecord[];
  readonly batch: ConsumedBatch;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/** Takes the offers, oldest first, that go into one transaction. */
export function joinNext(offers: Offer[]): Offer[] {
  const joined: Offer[] = [];
  let size = 0;
  for (let next = offers[0]; next && (size === 0 || size + next.records.length <= CHUNK); next = offers[0]) {
    joined.push(next);
    size += next.records.length;
    offers.shift();
  }
  return joined;
}
