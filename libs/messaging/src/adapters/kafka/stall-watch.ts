const LOOK_MS = 1000;

/**
 * Notices a member that is in its group, has nothing in hand and yet asks its broker for nothing: its heartbeats go on, so
 * nobody else gets its partitions. A healthy one asks several times a second, also when there is nothing to get.
 */
export class StallWatch {
  private signAt = 0;
  private inHand = 0;
  private timer: ReturnType<typeof setInterval> | undefined;

  /**
   * @param mayStall whether it should be asking right now
   * @param stalled called once, after so long without a sign
   */
  constructor(
    private readonly stalledMs: number,
    private readonly mayStall: () => boolean,
    private readonly stalled: () => void,
  ) {}

  start(): void {
    this.stop();
    this.sign();
    this.timer = setInterval(() => this.look(), LOOK_MS);
    this.timer.unref();
  }

  stop(): void {
    clearInterval(this.timer);
  }

  /** It has asked. */
  sign(): void {
    this.signAt = performance.now();
  }

  /** Work in hand, however long, is no stall. */
  async during(work: () => Promise<void>): Promise<void> {
    this.inHand += 1;
    try {
      await work();
    } finally {
      this.inHand -= 1;
      this.sign();
    }
  }

  private look(): void {
    if (this.inHand > 0 || !this.mayStall()) return this.sign();
    if (performance.now() - this.signAt < this.stalledMs) return;
    this.stop();
    this.stalled();
  }
}
