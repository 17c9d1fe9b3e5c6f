import type { ConsumedRecord } from '../ports.js';
import type { CursorRow, ParkedRow } from '../tables.js';

/** What a sweep may free: events that wait, and those an operator decided about. */
export const FREES = ['gap', 'behind', 'replay', 'accept', 'discard'];

type ParkedKey = Pick<ParkedRow, 'consumer' | 'topic' | 'partition' | 'offset'>;

/** The condition that finds one row by its key, with {@link placeOf} as its parameters. */
export const WHICH = 'WHERE `consumer` = ? AND `topic` = ? AND `partition` = ? AND `offset` = ?';
export const placeOf = ({ consumer, topic, partition, offset }: ParkedKey) => [consumer, topic, partition, offset];

/** The record as it came, or would have come. */
export const recordOf = ({ topic, partition, offset, aggregateId, headers, payload }: ParkedRow): ConsumedRecord => ({
  topic,
  partition,
  offset,
  key: aggregateId,
  headers,
  value: payload,
});

/** A record without event headers: it belongs to no stream, so nothing waits behind it. */
export const isForeign = (row: ParkedRow): boolean => row.aggregateSeq === 0;

export const isPast = (row: ParkedRow, cursor: CursorRow): boolean =>
  !isForeign(row) && row.aggregateSeq <= cursor.lastSeq;

/** The oldest of a stream; of records that belong to none, the first that somebody decided about. */
export const nextOf = (waiting: readonly ParkedRow[]): ParkedRow | undefined =>
  waiting.find((row) => !isForeign(row) || FREES.includes(row.reason));
