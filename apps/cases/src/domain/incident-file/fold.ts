import type { Texts } from '#domain-kit';
import type { Actor } from './facts.js';
import type { IncidentFile } from './incident-file.js';

/** How one kind of event changes the file and what the timeline says about it. Pure. */
export interface Fold<E> {
  /** The file after the event; the file before it is left as it was. */
  readonly apply: (file: IncidentFile, event: E) => IncidentFile;
  /** When it happened (ISO), by which the timeline is ordered. */
  readonly at: (event: E) => string;
  readonly text: (event: E) => Texts;
  readonly by?: (event: E) => Actor | undefined;
}

/** Declares a fold. */
export const defineFold = <E>(fold: Fold<E>): Fold<E> => fold;

/** The earlier of two instants (ISO UTC with milliseconds, so text order is time order); a late report never moves one. */
export const earliest = (known: string | undefined, reported: string): string =>
  known !== undefined && known < reported ? known : reported;
