import type { Reason, SelectionRule } from './rule.js';
import type { Candidate, UnitSource, UnitView, Wish } from './unit-view.js';

/** Candidates that are looked at and explained per slot. */
const MOST_CANDIDATES = 5;

/** One candidate with what was decided about it and why. */
export interface Explained {
  readonly unit: UnitView;
  readonly distanceM: number;
  readonly verdict: 'chosen' | 'passed-over' | 'rejected';
  readonly rule: string;
  readonly reason: Reason;
}

/** The answer for one slot. Without a unit it is a gap, with its reason. */
export interface Selection {
  readonly wish: Wish;
  readonly unit?: UnitView;
  readonly explained: readonly Explained[];
  readonly gapReason?: Reason;
}

interface Judged {
  readonly candidate: Candidate;
  readonly rank: number;
  readonly refusal?: { readonly rule: string; readonly reason: Reason };
  readonly praise: readonly Reason[];
}

/** Chooses the unit for a slot: refusals first, then rank by rule, then distance, then code. */
export function selectUnit(wish: Wish, source: UnitSource, rules: readonly SelectionRule[]): Selection {
  const judged = source
    .candidates(wish, MOST_CANDIDATES)
    .map((candidate) => judge(candidate, wish, rules))
    .sort(byPreference);
  const best = judged[0];
  const chosen = best && !best.refusal ? best : undefined;
  const explained = judged.map((each) => explain(each, chosen));
  if (chosen) return { wish, unit: chosen.candidate.unit, explained };
  return { wish, explained, gapReason: gapReason(judged) };
}

function judge(candidate: Candidate, wish: Wish, rules: readonly SelectionRule[]): Judged {
  const praise: Reason[] = [];
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

function byPreference(a: Judged, b: Judged): number {
  if (a.rank !== b.rank) return a.rank < b.rank ? -1 : 1;
  const byDistance = a.candidate.distanceM - b.candidate.distanceM;
  return byDistance !== 0 ? byDistance : a.candidate.unit.id < b.candidate.unit.id ? -1 : 1;
}

function explain({ candidate, refusal, rank, praise }: Judged, chosen: Judged | undefined): Explained {
  const { unit, distanceM } = candidate;
  if (refusal) return { unit, distanceM, verdict: 'rejected', ...refusal };
  if (chosen?.candidate === candidate) {
    return { unit, distanceM, verdict: 'chosen', rule: 'best', reason: join(praise, free(unit), distance(distanceM)) };
  }
  const farther = distanceM - (chosen?.candidate.distanceM ?? 0);
  const why = rank > (chosen?.rank ?? 0) ? 'rank' : 'distance';
  return {
    unit,
    distanceM,
    verdict: 'passed-over',
    rule: why,
    reason: why === 'rank' ? join(praise, distance(distanceM)) : join(praise, more(farther)),
  };
}

function gapReason(judged: readonly Judged[]): Reason {
  if (judged.length === 0) return { zh: '没有该警种的单位', en: 'there is no unit of this discipline' };
  const reasons = [...new Map(judged.flatMap(({ refusal }) => (refusal ? [[refusal.reason.zh, refusal.reason]] : [])))];
  return {
    zh: `无可派单位：${reasons.map(([, { zh }]) => zh).join('、')}`,
    en: `nobody can be sent: ${reasons.map(([, { en }]) => en).join(', ')}`,
  };
}

const kilometres = (metres: number): string => (metres / 1000).toFixed(1);
const distance = (metres: number): Reason => ({ zh: `${kilometres(metres)} 公里`, en: `${kilometres(metres)} km` });
const more = (metres: number): Reason => ({
  zh: `远 ${kilometres(metres)} 公里`,
  en: `${kilometres(metres)} km farther`,
});
const free = ({ active, capacity }: UnitView): Reason => ({
  zh: `空闲 ${capacity - active}/${capacity}`,
  en: `${capacity - active} of ${capacity} free`,
});

function join(praise: readonly Reason[], ...rest: readonly Reason[]): Reason {
  const all = [...praise, ...rest];
  return { zh: all.map(({ zh }) => zh).join(' · '), en: all.map(({ en }) => en).join(' · ') };
}
