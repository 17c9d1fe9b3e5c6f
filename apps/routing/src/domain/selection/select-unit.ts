import type { BilingualText } from '#contracts';
import { byPreference, explain, gapReason, type Explained, type Judged } from './explain.js';
import type { SelectionRule } from './rule.js';
import type { Offer, UnitSource } from './unit-source.js';
import type { Candidate, UnitView, Wish } from './unit-view.js';

/** Candidates that are explained per slot. */
const EXPLAINED = 5;

/** The answer for one slot. Without a unit it is a gap, with its reason. */
export interface Selection {
  readonly wish: Wish;
  readonly unit?: UnitView;
  readonly explained: readonly Explained[];
  readonly gapReason?: BilingualText;
}

/**
 * Chooses the unit for a slot: of all units of the discipline that no rule turns away, the first by rank, then distance,
 * then code. The answer is the same as if each of them had been judged, whatever the rules are.
 */
export function selectUnit(wish: Wish, source: UnitSource, rules: readonly SelectionRule[]): Selection {
  const fit = bestFit(wish, source, rules, EXPLAINED);
  const judged =
    fit.length < EXPLAINED ? [...fit, ...nearestRefused(wish, source, rules, EXPLAINED - fit.length)] : fit;
  const [chosen] = fit;
  const explained = judged.map((each) => explain(each, chosen));
  if (chosen) return { wish, unit: chosen.candidate.unit, explained };
  return { wish, explained, gapReason: gapReason(judged) };
}

/** The unit that {@link selectUnit} chooses, where nobody asks why. */
export const unitFor = (wish: Wish, source: UnitSource, rules: readonly SelectionRule[]): UnitView | undefined =>
  bestFit(wish, source, rules, 1)[0]?.candidate.unit;

/**
 * The first few that pass. Offers come by floor and distance, so the search ends where the last of the few precedes all
 * that can still come: its rank is below the floor, or equal and it is nearer than the next offer.
 */
function bestFit(wish: Wish, source: UnitSource, rules: readonly SelectionRule[], few: number): Judged[] {
  const best: Judged[] = [];
  for (const offer of source.offers(wish, rules)) {
    const last = best[few - 1];
    if (last && byPreference(last, bestCase(offer)) < 0) break;
    const judged = judge(offer.candidate, wish, rules);
    if (judged.refusal) continue;
    let at = best.length;
    for (let before = best[at - 1]; before && byPreference(judged, before) < 0; before = best[at - 1]) at -= 1;
    best.splice(at, 0, judged);
    if (best.length > few) best.pop();
  }
  return best;
}

/** An offer as if the rules liked it as much as they can like anything that is still to come. */
const bestCase = ({ candidate, floor }: Offer): Judged => ({ candidate, rank: floor, praise: [] });

/** Who would be next, were it not for a rule: so that people see why a neighbour is not sent. */
function nearestRefused(wish: Wish, source: UnitSource, rules: readonly SelectionRule[], most: number): Judged[] {
  const refused: Judged[] = [];
  for (const candidate of source.nearest(wish)) {
    const judged = judge(candidate, wish, rules);
    if (judged.refusal) refused.push(judged);
    if (refused.length === most) break;
  }
  return refused;
}

function judge(candidate: Candidate, wish: Wish, rules: readonly SelectionRule[]): Judged {
  const praise: BilingualText[] = [];
  let rank = 0;
  for (const rule of rules) {
    const judgement = rule.judge(candidate, wish);
    if (judgement.verdict === 'reject') {
      return { candidate, rank: Infinity, refusal: { rule: rule.name, reason: judgement.reason }, praise };
    }
    rank += judgement.rank;
    if (judgement.reason) praise.push(judgement.reason);
  }
  return { candidate, rank, praise };
}
