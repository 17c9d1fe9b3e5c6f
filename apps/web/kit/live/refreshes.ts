import { KEYS } from '../api/queries';
import { mayLag, reflects, seenAfter, type Seen } from './causality';
import type { LiveEvent } from './messages';

/** Lists are fetched at most this often, however much happens; one file at most four times a second. */
const LIST_MS = 1_000;
const FILE_MS = 250;
/** An answer that does not show what the feed told of is asked for once more, so long after the last event. */
export const DEADLINE_MS = 5_000;

type Key = readonly unknown[];
type Timer = ReturnType<typeof setTimeout>;

/** What is known of one key while it is stale. */
interface Stale {
  soon?: Timer;
  late?: Timer;
  seen: Seen;
}

/** What refreshing needs of its surroundings. */
export interface Surroundings {
  /** Fetches what is on screen under a key; settles when the answer is there. */
  fetch(key: Key): Promise<unknown>;
  /** The answer that is held under a key. */
  held(key: Key): unknown;
}

/** The keys that an event makes stale, by what it is about. */
export function staleKeys({ type, data }: LiveEvent): Key[] {
  const subject = type.split('.')[0];
  const keys: Key[] = [];
  if (data.incidentId !== undefined) keys.push([KEYS.files], [KEYS.file, data.incidentId], [KEYS.notices]);
  if (subject === 'unit') keys.push([KEYS.units]);
  // Who judges proposals is told that one moved, not of which incident.
  if (data.proposalId !== undefined || data.lawClock !== undefined) keys.push([KEYS.proposals], [KEYS.files]);
  if (subject === 'enterprise') keys.push([KEYS.enterprises]);
  if (subject === 'assignment' || subject === 'dispatch' || subject === 'incident') keys.push([KEYS.assignments]);
  return keys;
}

/**
 * Fetches anew what events make stale, once: what units and notices are asked for is there before the feed tells of it, and
 * a file says which events it is made of. Only an answer about files that is behind the feed, or cannot say, is fetched once
 * more, at a deadline.
 */
export class Refreshes {
  private readonly stale = new Map<string, Stale>();

  constructor(private readonly around: Surroundings) {}

  /** An event came. */
  hear(event: LiveEvent): void {
    for (const key of staleKeys(event)) this.refresh(key, event);
  }

  stop(): void {
    for (const { soon, late } of this.stale.values()) [soon, late].forEach(clearTimeout);
    this.stale.clear();
  }

  private refresh(key: Key, { data }: LiveEvent): void {
    const name = JSON.stringify(key);
    const stale = this.stale.get(name) ?? { seen: new Map<string, number>() };
    this.stale.set(name, stale);
    stale.seen = seenAfter(stale.seen, data);
    stale.soon ??= setTimeout(() => void this.look(name, key, stale), key[0] === KEYS.file ? FILE_MS : LIST_MS);
    if (!(key[0] === KEYS.file || key[0] === KEYS.files) || !mayLag(data)) return;
    clearTimeout(stale.late);
    stale.late = setTimeout(() => {
      this.forget(name, stale);
      void this.around.fetch(key);
    }, DEADLINE_MS);
  }

  private async look(name: string, key: Key, stale: Stale): Promise<void> {
    stale.soon = undefined;
    await this.around.fetch(key);
    // Another event has come while the answer was on its way: it is looked at with that one.
    if (stale.soon !== undefined) return;
    const whole = key[0] === KEYS.file && reflects(this.around.held(key) as Parameters<typeof reflects>[0], stale.seen);
    if (stale.late === undefined || whole) this.forget(name, stale);
  }

  private forget(name: string, stale: Stale): void {
    clearTimeout(stale.late);
    if (this.stale.get(name) === stale && stale.soon === undefined) this.stale.delete(name);
    stale.late = undefined;
  }
}
