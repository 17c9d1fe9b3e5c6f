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

/** What one listener gets of an entry. */
export interface Share {
  readonly seq: number;
  readonly type: string;
  readonly data: string;
}

/** Everybody who gets something of an entry. */
export const audiencesIn = ({ audiences, noticeTo }: FeedEntry): readonly string[] =>
  noticeTo === undefined ? audiences : [...audiences, noticeTo];

/** The part of an entry that is for these audiences; undefined when nothing is. The only way out of the feed. */
export function shareOf(
  { seq, type, audiences, data, noticeTo, notice }: FeedEntry,
  own: readonly string[],
): Share | undefined {
  if (audiences.some((audience) => own.includes(audience))) return { seq, type, data };
  if (noticeTo !== undefined && notice !== undefined && own.includes(noticeTo)) {
    return { seq, type: NOTICE_DELIVERED, data: notice };
  }
  return undefined;
}
