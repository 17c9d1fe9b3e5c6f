import type { BilingualText } from '#contracts';
import type { Candidate, UnitView } from './unit-view.js';

/** One candidate with what was decided about it and why. */
export interface Explained {
  readonly unit: UnitView;
  readonly distanceM: number;
  readonly verdict: 'chosen' | 'passed-over' | 'rejected';
  readonly rule: string;
  readonly reason: BilingualText;
}

/** What the rules said about a candidate. */
export interface Judged {
  readonly candidate: Candidate;
  readonly rank: number;
  readonly refusal?: { readonly rule: string; readonly reason: BilingualText };
  readonly praise: readonly BilingualText[];
}

/** Refused ones last; else by rank, then distance, then code. */
export function byPreference(a: Judged, b: Judged): number {
  if (a.rank !== b.rank) return a.rank < b.rank ? -1 : 1;
  const byDistance = a.candidate.distanceM - b.candidate.distanceM;
  return byDistance !== 0 ? byDistance : a.candidate.unit.id < b.candidate.unit.id ? -1 : 1;
}

/** A judgement in words; one that is not the chosen one is compared with it. */
export function explain({ candidate, refusal, rank, praise }: Judged, chosen: Judged | undefined): Explained {
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

/** Why a slot stays open. */
export function gapReason(judged: readonly Judged[]): BilingualText {
  if (judged.length === 0) return { zh: '没有该警种的单位', en: 'there is no unit of this discipline' };
  const reasons = [...new Map(judged.flatMap(({ refusal }) => (refusal ? [[refusal.reason.zh, refusal.reason]] : [])))];
  return {
    zh: `无可派单位：${reasons.map(([, { zh }]) => zh).join('、')}`,
    en: `nobody can be sent: ${reasons.map(([, { en }]) => en).join(', ')}`,
  };
}

const inKilometres = (metres: number, say: (kilometres: string) => BilingualText): BilingualText =>
  say((metres / 1000).toFixed(1));
const distance = (metres: number): BilingualText =>
  inKilometres(metres, (kilometres) => ({ zh: `${kilometres} 公里`, en: `${kilometres} km` }));
const more = (metres: number): BilingualText =>
  inKilometres(metres, (kilometres) => ({ zh: `远 ${kilometres} 公里`, en: `${kilometres} km farther` }));
const free = ({ active, capacity }: UnitView): BilingualText => ({
  zh: `空闲 ${capacity - active}/${capacity}`,
  en: `${capacity - active} of ${capacity} free`,
});

function join(praise: readonly BilingualText[], ...rest: readonly BilingualText[]): BilingualText {
  const all = [...praise, ...rest];
  return { zh: all.map(({ zh }) => zh).join(' · '), en: all.map(({ en }) => en).join(' · ') };
}
