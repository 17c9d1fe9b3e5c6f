let last = BigInt(Date.now()) * 1_000_000n;

/** Places of records in a process without topics: unique across restarts, because parked events remember theirs. */
export function nextOffset(): string {
  last += 1n;
  return String(last);
}
