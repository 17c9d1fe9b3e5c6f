/** Bytes that may wait for a client; one that lets more pile up is cut off. */
export const MOST_WAITING = 1024 * 1024;

/** The answer to one client. */
export interface Sink {
  write(text: string): boolean;
  /** Bytes that were written and not yet taken by the client's connection. */
  readonly writableLength: number;
  once(event: 'drain' | 'close', listener: () => void): unknown;
  end(): void;
  destroy(): void;
}

/** The connection to one client, until it is closed from either side. */
export class LiveClient {
  private isClosed = false;

  constructor(
    private readonly sink: Sink,
    private readonly onClosed: () => void,
  ) {
    sink.once('close', () => this.close());
  }

  get closed(): boolean {
    return this.isClosed;
  }

  /** Ends it in order; the client may come back. */
  end(): void {
    if (!this.closed) this.sink.end();
    this.close();
  }

  private close(): void {
    if (this.closed) return;
    this.isClosed = true;
    this.onClosed();
  }

  /** Answers whether the client keeps up; one that lets too much pile up is cut off. */
  send(text: string): boolean {
    if (this.closed) return false;
    const taken = this.sink.write(text);
    if (this.sink.writableLength > MOST_WAITING) {
      this.sink.destroy();
      this.close();
    }
    return taken;
  }

  /** Somebody who catches up reads at his own pace; the live end of a feed is not waited for. */
  drained(): Promise<void> {
    return new Promise((resolve) => {
      if (this.closed) return resolve();
      this.sink.once('drain', resolve);
      this.sink.once('close', resolve);
    });
  }
}
