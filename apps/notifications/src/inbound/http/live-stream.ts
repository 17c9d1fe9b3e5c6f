import type { Following } from '../../use-cases/follow-feed.js';
import { encodePosition } from './position.js';

/** Bytes that may wait for a client; one that lets more pile up is cut off. */
export const MOST_WAITING = 1024 * 1024;
/** Milliseconds after which the browser should reconnect. */
const RETRY_MS = 2000;

/** The answer to one client. */
export interface Sink {
  write(text: string): boolean;
  /** Bytes that were written and not yet taken by the client's connection. */
  readonly writableLength: number;
  once(event: 'drain' | 'close', listener: () => void): unknown;
  end(): void;
  destroy(): void;
}

/** Where a stream begins. `lost`: the client's position was of no use, so it must fetch anew. */
export interface Beginning {
  readonly position: number;
  readonly lost: boolean;
}

/**
 * One client's live feed as server-sent events. It reads what it has not sent yet whenever it is woken, in order; every
 * event carries its position as its id.
 */
export class LiveStream {
  private position = 0;
  private following: Following | undefined;
  /** Where he stood at the beginning, until he has caught up. */
  private began: number | undefined;
  private busy = false;
  private again = false;
  private closed = false;

  constructor(
    private readonly sink: Sink,
    private readonly onClosed: () => void,
  ) {
    sink.once('close', () => this.close());
  }

  /** Begins to send. The first block carries no event, only the position, so that an early reconnect misses nothing. */
  begin(following: Following, { position, lost }: Beginning): void {
    if (this.closed) return following.close();
    this.following = following;
    this.position = this.began = position;
    this.send(`retry: ${RETRY_MS}\nid: ${encodePosition(this.position)}\n\n`);
    if (lost) this.resync(following);
    this.wake();
  }

  /** Something new may be there. */
  readonly wake = (): void => {
    this.again = true;
    if (!this.busy && this.following) void this.pump(this.following);
  };

  /**
   * Keeps proxies from taking the connection for dead, and tells a client that is told of little where it stands: while the
   * feed runs on with what is for others, a position of long ago would be of no use to resume from.
   */
  heartbeat(): void {
    const reached = this.busy ? this.position : (this.following?.reached(this.position) ?? this.position);
    const moved = reached > this.position;
    this.position = reached;
    this.send(moved ? `: alive\nid: ${encodePosition(reached)}\n\n` : ': alive\n\n');
  }

  /** Ends the stream; the client may come back. */
  end(): void {
    if (!this.closed) this.sink.end();
    this.close();
  }

  private close(): void {
    if (this.closed) return;
    this.closed = true;
    this.following?.close();
    this.onClosed();
  }

  private async pump(following: Following): Promise<void> {
    this.busy = true;
    try {
      while (this.again && !this.closed) {
        this.again = false;
        await this.drain(following);
      }
    } catch {
      // The store cannot be read: the client reconnects and resumes where it is.
      this.end();
    } finally {
      this.busy = false;
    }
  }

  private async drain(following: Following): Promise<void> {
    while (!this.closed) {
      const next = await following.after(this.position);
      if (next === 'gap') return this.resync(following);
      const blocks = next.shares.map(
        ({ seq, type, data }) => `id: ${encodePosition(seq)}\nevent: ${type}\ndata: ${data}\n\n`,
      );
      this.position = next.upTo;
      const taken = blocks.length === 0 || this.send(blocks.join(''));
      if (this.position === following.head()) return this.caughtUp(next.shares.at(-1)?.seq);
      if (!taken) await this.drained();
    }
  }

  /** Says once where somebody stands who has all that there was for him, unless the last event said it. */
  private caughtUp(said: number | undefined): void {
    const { began, position } = this;
    this.began = undefined;
    if (began !== undefined && position > (said ?? began))
      this.send(`: caught up\nid: ${encodePosition(this.position)}\n\n`);
  }

  /** What the client missed is gone: it is told once, and goes on from the end of the feed. */
  private resync(following: Following): void {
    this.position = following.head();
    this.send(`id: ${encodePosition(this.position)}\nevent: resync\ndata: {}\n\n`);
  }

  private send(text: string): boolean {
    if (this.closed) return false;
    const taken = this.sink.write(text);
    if (this.sink.writableLength > MOST_WAITING) {
      this.sink.destroy();
      this.close();
    }
    return taken;
  }

  /** Somebody who catches up reads at his own pace; the live end of a feed is not waited for. */
  private drained(): Promise<void> {
    return new Promise((resolve) => {
      if (this.closed) return resolve();
      this.sink.once('drain', resolve);
      this.sink.once('close', resolve);
    });
  }
}
