import { Injectable } from '@nestjs/common';
import { ProcessLife, TokenVerifier } from '#platform';
import { tooManyStreams } from '../../domain/notification.refusals.js';
import { NotificationsConfig } from '../../notifications.config.js';
import { LiveStream } from './live-stream.js';
import type { Sink } from './live-client.js';

/** Milliseconds between two comments on a quiet stream. */
const HEARTBEAT_MS = 15_000;
/** Longest delay a timer can have. */
const MOST_DELAY_MS = 2 ** 31 - 1;

/** The live streams of this process: how many an account has, and when each must end. */
@Injectable()
export class LiveStreams {
  private readonly open = new Map<string, number>();

  constructor(
    private readonly config: NotificationsConfig,
    private readonly tokens: TokenVerifier,
    private readonly life: ProcessLife,
  ) {}

  /** Takes one of the account's places and answers how to give it back. Refuses with 429 when all are taken. */
  reserve(accountId: string): () => void {
    const now = this.open.get(accountId) ?? 0;
    if (now >= this.config.streamsPerAccount) throw tooManyStreams({ most: this.config.streamsPerAccount });
    this.open.set(accountId, now + 1);
    return () => {
      const left = (this.open.get(accountId) ?? 1) - 1;
      if (left > 0) this.open.set(accountId, left);
      else this.open.delete(accountId);
    };
  }

  /**
   * A stream that ends with its token, with the session behind it, and with the process; `release` is called when it has
   * ended for whatever reason. Throws 401 when the token is no longer valid.
   */
  async start(sink: Sink, token: string, release: () => void): Promise<LiveStream> {
    const { expiresAt } = await this.tokens.verify(token);
    const stop = (): void => stream.end();
    const beat = setInterval(() => {
      stream.heartbeat();
      this.tokens.verify(token).catch(stop);
    }, HEARTBEAT_MS);
    const expiry = setTimeout(stop, Math.min(Math.max(0, expiresAt.getTime() - Date.now()), MOST_DELAY_MS));
    const stream = new LiveStream(sink, () => {
      clearInterval(beat);
      clearTimeout(expiry);
      this.life.stopping.removeEventListener('abort', stop);
      release();
    });
    this.life.stopping.addEventListener('abort', stop, { once: true });
    if (this.life.stopping.aborted) stop();
    return stream;
  }
}
