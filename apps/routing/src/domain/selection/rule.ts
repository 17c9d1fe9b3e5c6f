import type { BilingualText } from '#contracts';
import type { Candidate, UnitView, Wish } from './unit-view.js';

/**
 * What a rule says about a candidate. A preference is a rank, zero or more: ranks of all rules add up, and the lower sum
 * comes first, whatever the distance.
 */
export type Judgement =
  | { readonly verdict: 'reject'; readonly reason: BilingualText }
  | { readonly verdict: 'pass'; readonly rank: number; readonly reason?: BilingualText };

/** Units of these labels get at least this rank from the rule. */
export interface Tier {
  readonly rank: number;
  readonly labels: readonly string[];
}

/** Under which labels units are kept for a rule, and under which of them a wish is to be looked for. */
export interface Shelf {
  /** At least one, each once; they may depend on everything that is known of the unit. */
  labels(unit: UnitView): readonly string[];
  /** The rule turns away every unit that has none of these labels. */
  tiers(wish: Wish): readonly Tier[];
}

/**
 * One reason to take a unit or to leave it. `judge` alone decides. `ready` and `shelf` tell the index in advance what
 * `judge` is going to say, so that a unit is found among half a million without looking at all of them: without them the
 * answer is the same, but a rule that turns most units away, or gives most of them a rank, has all units of the discipline
 * looked at. The spec of the list checks that they agree with `judge`.
 */
export interface SelectionRule {
  /** Stable name; appears beside the reason. */
  readonly name: string;
  /** Also applies to who is told without being sent: that takes no place and starts no clock. */
  readonly alsoInformed?: true;
  judge(candidate: Candidate, wish: Wish): Judgement;
  /** False for a unit that the rule turns away whatever the wish. */
  ready?(unit: UnitView): boolean;
  readonly shelf?: Shelf;
}

/** The rule has nothing against the candidate and nothing to say. */
export const PASS: Judgement = { verdict: 'pass', rank: 0 };
