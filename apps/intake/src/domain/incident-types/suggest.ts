import { foldForSearch } from '#domain-kit';
import { INCIDENT_TYPES, type IncidentType } from './index.js';

/** A type that the words of a caller point to. */
export interface Suggestion {
  readonly type: IncidentType;
  /** The words that led there, the strongest first. */
  readonly words: readonly string[];
}

/** So many types a call taker can choose from at a glance. */
const MOST_SUGGESTED = 3;

/** The words of the types as they are looked for, the strongest of each type first. */
const SOUGHT = INCIDENT_TYPES.map((type) => ({
  type,
  words: Object.entries(type.words)
    .sort(([, a], [, b]) => b - a)
    .map(([word, weight]) => ({ word, weight, folded: foldForSearch(word) })),
}));

/** The types that a text points to most strongly, by the weights of the words of theirs that it holds; none where it holds none. */
export function suggest(text: string): Suggestion[] {
  const told = foldForSearch(text);
  return SOUGHT.map(({ type, words }) => {
    const found = words.filter(({ folded }) => told.includes(folded));
    return { type, weight: found.reduce((sum, { weight }) => sum + weight, 0), words: found.map(({ word }) => word) };
  })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .slice(0, MOST_SUGGESTED)
    .map(({ type, words }) => ({ type, words }));
}
