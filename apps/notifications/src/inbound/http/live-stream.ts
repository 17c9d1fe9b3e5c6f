import type { Following } from '../../use-cases/following.js';
import { LiveClient, type Sink } from './live-client.js';
import { encodePosition } from './position.js';

/** Milliseconds after which the browser should reconnect. */
const RETRY_MS = 2000;

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
  private readonly client: LiveClient;

  constructor(sink: Sink, onClosed: () => void) {
    this.client = new LiveClient(sink, () => {
      this.following?.close();
      onClosed();
    });
  }

  /** Begins to send. The first block carries no event, only the position, so that an early reconnect misses nothing. */
  begin(following: Following, { position, lost }: Beginning): void {
    if (this.client.closed) return following.close();
    this.following = following;
    this.position = this.began = position;
    this.client.send(`retry: ${RETRY_MS}\nid: ${encodePosition(this.position)}\n\n`);
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
    this.client.send(moved ? `: alive\nid: ${encodePosition(reached)}\n\n` : ': alive\n\n');
  }

  /** Ends the stream; the client may come back. */
  end(): void {
    this.client.end();
  }

  private async pump(following: Following): Promise<void> {
    this.busy = true;
    try {
      while (this.again && !this.client.closed) {
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
    while (!this.client.closed) {
      const next = await following.after(this.position);
      if (next === 'gap') return this.resync(following);
      const blocks = next.shares.map(
        ({ seq, type, data }) => `id: ${encodePosition(seq)}\nevent: ${type}\ndata: ${data}\n\n`,
      );
      this.position = next.upTo;
      const taken = blocks.length === 0 || this.client.send(blocks.join(''));
      if (this.position === following.head()) return this.caughtUp(next.shares.at(-1)?.seq);
      if (!taken) await this.client.drained();
    }
  }

  /** Says once where somebody stands who has all that there was for him, unless the last event said it. */
  private caughtUp(said: number | undefined): void {
    const { began, position } = this;
    this.began = undefined;
    if (began !== undefined && position > (said ?? began))
      this.client.send(`: caught up\nid: ${encodePosition(this.position)}\n\n`);
  }

  /** What the client missed is gone: it is told once, and goes on from the end of the feed. */
  private resync(following: Following): void {
    this.position = following.head();
    this.client.send(`id: ${encodePosition(this.position)}\nevent: resync\ndata: {}\n\n`);
  }
}
