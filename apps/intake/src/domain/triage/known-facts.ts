import { GROWING_FACTS, type DangerFlag, type EnterpriseFact, type GrowingFact } from '#contracts';

/** What is known of an incident, from all that was told. */
export interface KnownFacts {
  /** The enterprise it is about, once somebody named one. */
  readonly enterprise?: EnterpriseFact;
  readonly occurredFrom?: string;
  readonly occurredTo?: string;
  readonly flags: readonly DangerFlag[];
  readonly crowd: number;
  readonly injured: number;
  /** Integer fen, 0 when unknown. */
  readonly estimatedLossFen: number;
  readonly details: Readonly<Record<string, unknown>>;
}

/** Facts after more was told, and what grew. */
export interface Growth {
  readonly facts: KnownFacts;
  readonly grown: readonly GrowingFact[];
  readonly newFlags: readonly DangerFlag[];
}

/**
 * Everything that is known once more was told. Nothing is dropped and nothing shrinks: flags and lists are joined, of two
 * counts or amounts the larger one stands, of two moments the span grows, of two texts the newer one stands (the report
 * that told the other keeps it), and of two enterprises the one that was named first.
 */
export function joinFacts(known: KnownFacts, told: Partial<KnownFacts>): Growth {
  const newFlags = [...new Set(told.flags)].filter((flag) => !known.flags.includes(flag));
  const occurredFrom = earlier(known.occurredFrom, told.occurredFrom);
  const occurredTo = later(known.occurredTo, told.occurredTo);
  const enterprise = known.enterprise ?? told.enterprise;
  const facts: KnownFacts = {
    ...(enterprise && { enterprise }),
    ...(occurredFrom !== undefined && { occurredFrom }),
    ...(occurredTo !== undefined && { occurredTo }),
    flags: newFlags.length > 0 ? [...known.flags, ...newFlags] : known.flags,
    crowd: Math.max(known.crowd, told.crowd ?? 0),
    injured: Math.max(known.injured, told.injured ?? 0),
    estimatedLossFen: Math.max(known.estimatedLossFen, told.estimatedLossFen ?? 0),
    details: joinDetails(known.details, told.details ?? {}),
  };
  const grown = GROWING_FACTS.filter((name) => !same(known[name], facts[name]));
  return { facts, grown, newFlags };
}

function joinDetails(known: KnownFacts['details'], told: KnownFacts['details']): KnownFacts['details'] {
  const joined: Record<string, unknown> = { ...known };
  for (const [name, value] of Object.entries(told)) {
    if (value !== undefined && value !== null) joined[name] = joinValue(known[name], value);
  }
  return joined;
}

function joinValue(known: unknown, told: unknown): unknown {
  if (Array.isArray(known) && Array.isArray(told)) {
    return [...(known as unknown[]), ...(told as unknown[]).filter((one) => !known.some((other) => same(other, one)))];
  }
  if (typeof known === 'number' && typeof told === 'number') return Math.max(known, told);
  if (typeof known === 'boolean' && typeof told === 'boolean') return known || told;
  return told;
}

const same = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);
const earlier = (a?: string, b?: string): string | undefined => (a === undefined || (b !== undefined && b < a) ? b : a);
const later = (a?: string, b?: string): string | undefined => (a === undefined || (b !== undefined && b > a) ? b : a);
