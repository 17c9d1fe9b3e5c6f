import { sightOf, type Sight } from '#contracts';
import { JUDGES, type Listener } from './audiences.js';
import type { Facts } from './facts.js';
import { standingOf, type Known } from './known.js';
import { TOLD_WHEN_RESTRICTED } from './notices/index.js';
import { redact } from './redaction.js';

/** Type under which an enterprise is told of a new notice. */
export const NOTICE_DELIVERED = 'notice.delivered.v1';

/** Everything that anybody is told of one event; what each side may know was decided when it was written. */
export interface FeedEntry {
  /** One sequence for all: from 1, without holes, in the order of commits. */
  readonly seq: number;
  /** Absent for events of units. */
  readonly incidentId?: string;
  readonly type: string;
  /** Police who are told. */
  readonly audiences: readonly string[];
  /** What they are told, JSON exactly as sent. */
  readonly data: string;
  /** The enterprise side, where it got a notice by this event: the enterprise, or one contact. */
  readonly noticeTo?: string;
  /** What that side is told, JSON exactly as sent. */
  readonly notice?: string;
  readonly at: Date;
}

/** Which event an entry is of, in its data. */
interface EventToken {
  readonly eventId: string;
  readonly source: string;
  readonly version: number;
}

/** Who listens; without a person everything that the audiences are told is for them. */
export interface Listening {
  readonly audiences: readonly string[];
  readonly listener?: Listener;
}

/** What one listener gets of an entry. */
export interface Share {
  readonly seq: number;
  readonly type: string;
  readonly data: string;
}

/** Everybody who gets something of an entry. */
export const audiencesIn = ({ audiences, noticeTo }: FeedEntry): readonly string[] =>
  noticeTo === undefined ? audiences : [...audiences, noticeTo];

/**
 * The part of an entry that is for a listener; undefined when nothing is. The only way out of the feed. What the audiences
 * were when the entry was written says whom it may concern; `now`, what is known of its incident, says who may still be told.
 */
export function shareOf(entry: FeedEntry, { audiences, listener }: Listening, now?: Known): Share | undefined {
  const own = (audience: string): boolean => audiences.includes(audience);
  const judge =
    listener && now ? { unitId: listener.unitId, sight: sightOf(listener, standingOf(now, listener)) } : 'all';
  const police = entry.audiences.some((each) => each !== JUDGES && own(each)) ? policePart(entry, judge) : undefined;
  if (police) return police;
  if (entry.audiences.includes(JUDGES) && own(JUDGES)) return judgesPart(entry);
  return entry.noticeTo !== undefined && own(entry.noticeTo) ? noticePart(entry, judge) : undefined;
}

/** How much a listener sees of an entry's incident now; `all` where nobody asks. */
type Judged = 'all' | { readonly unitId: string | undefined; readonly sight: Sight | undefined };

function policePart({ seq, type, data }: FeedEntry, judged: Judged): Share | undefined {
  if (judged === 'all' || judged.sight === 'full') return { seq, type, data };
  const { eventId, source, version, ...facts } = JSON.parse(data) as Facts & EventToken;
  // Who was released still hears of the own assignment, its end included.
  if (judged.sight !== 'task' && facts.unitId !== judged.unitId) return undefined;
  return { seq, type, data: JSON.stringify({ eventId, source, version, ...redact(facts, 'partner') }) };
}

/** That something moved, of which incident it is not said: what waits for a judge he reads in his list. */
function judgesPart({ seq, type, data }: FeedEntry): Share {
  const { eventId, source, version: _ofIncident, ...facts } = JSON.parse(data) as Facts & EventToken;
  return { seq, type, data: JSON.stringify({ eventId, source, ...redact(facts, 'judges') }) };
}

function noticePart({ seq, notice }: FeedEntry, judged: Judged): Share | undefined {
  if (notice === undefined) return undefined;
  const told = { seq, type: NOTICE_DELIVERED, data: notice };
  if (judged === 'all' || judged.sight === 'steps') return told;
  const { step } = JSON.parse(notice) as { step: string };
  return judged.sight === 'documents' && TOLD_WHEN_RESTRICTED.has(step) ? told : undefined;
}
