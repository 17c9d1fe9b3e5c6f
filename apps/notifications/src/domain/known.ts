import type { AssignmentState, BilingualText } from '#contracts';
import type { Facts } from './facts.js';
import type { ToldType } from './facts-of.js';

/** What is known of an incident to decide who is told; built from its events alone. */
export interface Known {
  readonly id: string;
  readonly number: string;
  readonly typeName: BilingualText;
  readonly enterpriseId?: string;
  readonly restricted: boolean;
  readonly safeAccount?: string;
  /** Units with an assignment that stands or was completed. */
  readonly units: readonly string[];
  /** Notices the enterprise side was told already. */
  readonly told: readonly string[];
  /** Notices so far; the next one gets the number after it. */
  readonly notices: number;
}

/** Assignment states that end a unit's part in the incident. */
const LEAVES: ReadonlySet<unknown> = new Set<AssignmentState>(['DECLINED', 'REASSIGNED', 'RECALLED']);

/** What is known when an incident is reported. */
export function firstKnown(facts: Facts): Known {
  return {
    id: facts.incidentId ?? '',
    number: facts.number ?? '',
    typeName: facts.typeName ?? { zh: '', en: '' },
    enterpriseId: facts.enterpriseId,
    restricted: facts.restricted ?? false,
    safeAccount: facts.safeAccount,
    units: [],
    told: [],
    notices: 0,
  };
}

/** What is known after an event. The same object when the event changes nothing. */
export function learn(known: Known, type: ToldType, facts: Facts): Known {
  const next = { ...known, units: unitsAfter(known.units, facts) };
  if (type === 'incident.restricted.v1') {
    return { ...next, restricted: true, safeAccount: facts.safeAccount ?? known.safeAccount };
  }
  return next.units === known.units ? known : next;
}

function unitsAfter(units: readonly string[], facts: Facts): readonly string[] {
  const joining = (facts.assigned ?? []).map(({ unitId }) => unitId).filter((unit) => !units.includes(unit));
  if (joining.length > 0) return [...units, ...new Set(joining)].sort();
  const { unitId, state } = facts;
  if (unitId === undefined || !LEAVES.has(state) || !units.includes(unitId)) return units;
  return units.filter((unit) => unit !== unitId);
}
