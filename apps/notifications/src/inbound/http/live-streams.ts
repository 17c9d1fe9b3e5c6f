import { Injectable } from '@nestjs/common';
import { EndedSessions, ProcessLife, TokenVerifier } from '#platform';
import { NotificationsConfig } from '../../notifications.config.js';
import { LiveStream } from './live-stream.js';
import type { Sink } from './live-client.js';
import { StreamPlaces, type Place } from './stream-places.js';

/** Milliseconds between two comments on a quiet stream. */
const HEARTBEAT_MS = 15_000;
/** Longest delay a timer can have. */
const MOST_DELAY_MS = 2 ** 31 - 1;

/** The live streams of this process: how many an account has, and when each must end. */
@Injectable()
export class LiveStreams {
  private readonly places: StreamPlaces;

  constructor(
    { streamsPerAccount }: NotificationsConfig,
    private readonly tokens: TokenVerifier,
    private readonly ended: EndedSessions,
    private readonly life: ProcessLife,
  ) {
    this.places = new StreamPlaces(streamsPerAccount);
  }

  /** Takes one of the account's places. Refuses with 429 when none can be had. */
  reserve(accountId: string, sessionId: string): Place {
    return this.places.take(accountId, sessionId);
  }

  /**
   * A stream that ends with its token, with the session behind it, and with the process; it gives its place back when it has
   * ended for whatever reason. Throws 401 when the token is no longer valid.
   */
  async start(sink: Sink, token: string, place: Place): Promise<LiveStream> {
    const { expiresAt, sessionId } = await this.tokens.verify(token);
    const stop = (): void => stream.end();
    const beat = setInterval(() => {
      stream.heartbeat();
      this.tokens.verify(token).catch(stop);
    }, HEARTBEAT_MS);
    const expiry = setTimeout(stop, Math.min(Math.max(0, expiresAt.getTime() - Date.now()), MOST_DELAY_MS));
    const stream = new LiveStream(sink, () => {
      clearInterval(beat);
      clearTimeout(expiry);
      unwatch();
      this.life.stopping.removeEventListener('abort', stop);
      place.release();
    });
    place.end = stop;
    const unwatch = this.ended.watch(sessionId, stop);
    this.life.stopping.addEventListener('abort', stop, { once: true });
    if (this.life.stopping.aborted || this.ended.has(sessionId)) stop();
    return stream;
  }
}
