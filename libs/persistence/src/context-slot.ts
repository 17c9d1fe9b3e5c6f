import { AsyncLocalStorage } from 'node:async_hooks';

type Slots = readonly unknown[];

/** The one asynchronous context of the process: every further one would cost each `await` of the product. */
const storage = new AsyncLocalStorage<Slots>();
const NOTHING: Slots = [];
let taken = 0;

/** One thing that running code knows without being handed it: its unit of work, who acts, its trace. */
export class ContextSlot<T> {
  private readonly at = taken++;

  /** What the running code was given; undefined outside of any `run`. */
  get(): T | undefined {
    return storage.getStore()?.[this.at] as T | undefined;
  }

  /** Runs `work`, and everything it starts, with this value; undefined takes it away. */
  run<R>(value: T | undefined, work: () => R): R {
    const slots = [...(storage.getStore() ?? NOTHING)];
    slots[this.at] = value;
    return storage.run(slots, work);
  }
}

/** The context of now: what it answers runs work in it, from wherever that is called later. */
export function capturedContext(): <R>(work: () => R) => R {
  const slots = storage.getStore() ?? NOTHING;
  return (work) => storage.run(slots, work);
}
