import type { SelectionRule } from './rule.js';
import type { Candidate, Wish } from './unit-view.js';

/** A candidate, and what is known of those that come after it. */
export interface Offer {
  readonly candidate: Candidate;
  /** Neither this candidate nor a later one ranks lower by the rules; those with the same floor come nearest first. */
  readonly floor: number;
}

/** Where selection gets its candidates from. Both are lazy: what is not asked for is not looked at. */
export interface UnitSource {
  /** Every unit that the rules may let pass, once: by floor, then distance, then code. */
  offers(wish: Wish, rules: readonly SelectionRule[]): Iterable<Offer>;
  /** Every unit of the discipline: by distance, then code. */
  nearest(wish: Wish): Iterable<Candidate>;
}
