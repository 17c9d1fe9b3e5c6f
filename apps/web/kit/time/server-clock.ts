/**
 * The server's clock, learned from the `Date` headers of its answers. Screens never trust the workstation's clock: only its
 * steady count since the page began is used.
 */
export class ServerClock {
  /** Bounds of (server time − steady time) in ms. */
  private least = -Infinity;
  private most = Infinity;
  private readonly startedAt: number;

  /**
   * @param steady milliseconds that only ever grow (`performance.now`)
   * @param assumed the server's time before anything is known of it
   */
  constructor(
    private readonly steady: () => number,
    private readonly assumed: number,
  ) {
    this.startedAt = steady();
  }

  /**
   * Takes one answer in. The header is cut to whole seconds, so it means "somewhere within this second, between sending and
   * receiving"; what all answers agree on becomes narrow quickly.
   */
  observe(dateHeader: string | null, sentAt: number, receivedAt: number): void {
    const second = dateHeader === null ? NaN : Date.parse(dateHeader);
    if (Number.isNaN(second)) return;
    const least = second - receivedAt;
    const most = second + 1000 - sentAt;
    const agrees = least <= this.most && most >= this.least;
    this.least = agrees ? Math.max(this.least, least) : least;
    this.most = agrees ? Math.min(this.most, most) : most;
  }

  /** Milliseconds since the epoch at the server. */
  now(): number {
    const steady = this.steady();
    if (!Number.isFinite(this.least)) return this.assumed + (steady - this.startedAt);
    return steady + (this.least + this.most) / 2;
  }
}
