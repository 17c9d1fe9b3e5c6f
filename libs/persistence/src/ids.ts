import { randomFillSync } from 'node:crypto';
import { v7 } from 'uuid';

/** Bytes drawn from the system at once: one draw for 256 identifiers, where a draw costs as much as the rest of them. */
const POOL_BYTES = 4096;
const pool = Buffer.alloc(POOL_BYTES);
let used = POOL_BYTES;

/** Random bytes (at most 4,096) of the system's generator, each given out once. Valid until the next draw: copy to keep. */
function draw(bytes: number): Buffer {
  if (used + bytes > POOL_BYTES) {
    randomFillSync(pool);
    used = 0;
  }
  used += bytes;
  return pool.subarray(used - bytes, used);
}

/** Instant and count of the last identifier: within a millisecond, and when the clock steps back, the count goes on. */
const last = { msecs: 0, seq: 0 };

/** A new UUIDv7: unique, and in the order of creation, so that primary keys grow at one end. */
export function newId(): string {
  const random = draw(16);
  const now = Date.now();
  if (now > last.msecs) {
    last.msecs = now;
    last.seq = random.readUInt32BE(6) >>> 1;
  } else {
    last.seq += 1;
  }
  return v7({ random, ...last });
}

/** So many random bytes as hex digits: identifiers of traces and their spans. */
export const randomHex = (bytes: number): string => draw(bytes).toString('hex');

/** What every identifier made at or after an instant (milliseconds since 1970) is at least, and every earlier one less than. */
export function idAt(ms: number): string {
  const hex = Math.max(0, Math.floor(ms)).toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`;
}

/** When an identifier was made, milliseconds since 1970; NaN for what is no UUID. */
export const madeAt = (id: string): number => Number.parseInt(id.slice(0, 13).replace('-', ''), 16);
