import { touch } from './aggregates.js';

/**
 * A row that publishes events and also changes without one, because it takes note of what others published.
 *
 * The rule for all rows of aggregates: `version` moves with every change and guards it. Where every change publishes an
 * event the version is the event's sequence. Where some do not, `published` counts the events apart: a sequence has no
 * holes, or its consumers would wait for what never comes.
 */
export interface PublishingRow {
  readonly id: string;
  version: number;
  /** Events published about it: the sequence of the newest one. */
  published: number;
}

/** The row as an outbox takes it: what moves with an event is the count of events, and with it the version of the row. */
export function streamOf(row: PublishingRow): { readonly id: string; version: number } {
  return {
    id: row.id,
    get version() {
      return row.published;
    },
    set version(sequence) {
      row.published = sequence;
      touch(row);
    },
  };
}
