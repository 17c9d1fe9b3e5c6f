import type { Candidate, Wish } from './unit-view.js';

/** A text in both languages of the product. */
export interface Reason {
  readonly zh: string;
  readonly en: string;
}

/** What a rule says about a candidate. A preference is a rank: lower comes first, whatever the distance. */
export type Judgement =
  | { readonly verdict: 'reject'; readonly reason: Reason }
  | { readonly verdict: 'pass'; readonly rank: number; readonly reason?: Reason };

/** One reason to take a unit or to leave it. */
export interface SelectionRule {
  /** Stable name; appears beside the reason. */
  readonly name: string;
  judge(candidate: Candidate, wish: Wish): Judgement;
}

/** The rule has nothing against the candidate and nothing to say. */
export const PASS: Judgement = { verdict: 'pass', rank: 0 };
