import { tooManyStreams } from '../../domain/notification.refusals.js';

/** The place of one stream among those of its account. */
export interface Place {
  readonly sessionId: string;
  /** Ends the stream in it; absent until it has begun. */
  end?: () => void;
  /** Gives it back; again changes nothing. */
  release(): void;
}

/**
 * How many streams an account has open in this process. One session may take all places while it is the only one; another
 * session of the same account gets its share from the one that has most, whose oldest stream ends. So nobody who holds a
 * session can keep the others of that account from being told, and no two take places from each other in turn.
 */
export class StreamPlaces {
  private readonly open = new Map<string, Place[]>();

  constructor(private readonly most: number) {}

  /** Throws 429 when all are taken and no session has a place to spare. */
  take(accountId: string, sessionId: string): Place {
    const places = this.open.get(accountId) ?? [];
    if (places.length >= this.most) this.makeRoom(places, sessionId);
    const place: Place = { sessionId, release: () => this.remove(accountId, place) };
    this.open.set(accountId, [...(this.open.get(accountId) ?? []), place]);
    return place;
  }

  private remove(accountId: string, place: Place): void {
    const left = (this.open.get(accountId) ?? []).filter((each) => each !== place);
    if (left.length > 0) this.open.set(accountId, left);
    else this.open.delete(accountId);
  }

  /** Ends the oldest stream of the session that has most, if it then still has as many as the newcomer. */
  private makeRoom(places: readonly Place[], sessionId: string): void {
    const of = (id: string): number => places.filter((each) => each.sessionId === id).length;
    const [greediest] = places.filter(({ end }) => end !== undefined).sort((a, b) => of(b.sessionId) - of(a.sessionId));
    if (!greediest?.end || of(greediest.sessionId) <= of(sessionId) + 1) throw tooManyStreams({ most: this.most });
    greediest.end();
    greediest.release();
  }
}
