/** Work that repeats until it is stopped. */
export interface Repeating {
  /** Does the work now instead of at its time; joins a turn that is under way. */
  now(): Promise<void>;
  /** Ends the repetition and waits for the turn that is under way. */
  stop(): Promise<void>;
}

/** How a repetition begins and how its failures are told. */
export interface EveryOptions {
  /** Milliseconds until the first turn; default: one period. */
  readonly firstMs?: number;
  /** Hears of a turn that failed; the next one comes all the same. */
  readonly report: (error: unknown) => void;
  /** False lets the process end although turns are still to come. Default true. */
  readonly keepsAlive?: boolean;
}

/** Repeats `work`; a turn begins `ms` milliseconds after the last one ended, so that turns never overlap or queue up. */
export function every(ms: number, work: () => unknown, options: EveryOptions): Repeating {
  const { firstMs = ms, report, keepsAlive = true } = options;
  let timer: NodeJS.Timeout | undefined;
  let underWay: Promise<void> | undefined;
  let stopped = false;
  const schedule = (delay: number) => {
    clearTimeout(timer);
    if (stopped) return;
    timer = setTimeout(() => void turn(), delay);
    if (!keepsAlive) timer.unref();
  };
  const turn = (): Promise<void> => {
    underWay ??= Promise.resolve()
      .then(work)
      .then(() => undefined, report)
      .finally(() => {
        underWay = undefined;
        schedule(ms);
      });
    return underWay;
  };
  schedule(firstMs);
  return {
    now: turn,
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await underWay;
    },
  };
}
