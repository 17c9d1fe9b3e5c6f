import { stands, type BilingualText, type Standing, type UnitPart } from '#contracts';
import type { Facts } from './facts.js';
import type { ToldType } from './facts-of.js';

/** A unit's part, with the assignment that it is by. */
export interface KnownPart extends UnitPart {
  readonly assignmentId?: string;
}

/** What is known of an incident to decide who is told; built from its events alone. */
export interface Known {
  readonly id: string;
  readonly number: string;
  readonly typeName: BilingualText;
  /** A request for a service, not an incident. */
  readonly service?: boolean;
  readonly enterpriseId?: string;
  readonly restricted: boolean;
  readonly safeAccount?: string;
  /** The parts of units, those that ended included. */
  readonly units: readonly KnownPart[];
  /** Notices the enterprise side was told already; what is told to each contact, with the contact. */
  readonly told: readonly string[];
  /** Notices so far; the next one gets the number after it. */
  readonly notices: number;
}

/** What is known when an incident is reported. */
export function firstKnown(facts: Facts): Known {
  return {
    id: facts.incidentId ?? '',
    number: facts.number ?? '',
    typeName: facts.typeName ?? { zh: '', en: '' },
    service: facts.service,
    enterpriseId: facts.enterpriseId,
    restricted: facts.restricted ?? false,
    safeAccount: facts.safeAccount,
    units: [],
    told: [],
    notices: 0,
  };
}

/** Events that say who of the enterprise may be told from now on, the whole truth each time. */
const RESTRICTING: ReadonlySet<ToldType> = new Set<ToldType>([
  'incident.facts-added.v1',
  'incident.restricted.v1',
  'incident.restriction-lifted.v1',
]);

/** What is known after an event. The same object when the event changes nothing. */
export function learn(known: Known, type: ToldType, facts: Facts): Known {
  const { enterpriseId = known.enterpriseId } = type === 'incident.facts-added.v1' ? facts : known;
  const next = { ...known, enterpriseId, units: unitsAfter(known.units, facts) };
  const { restricted, safeAccount } = facts;
  if (RESTRICTING.has(type) && restricted !== undefined) return { ...next, restricted, safeAccount };
  return next.units === known.units && enterpriseId === known.enterpriseId ? known : next;
}

/** How an incident stands to a listener; of reports and cases nothing is known here. */
export const standingOf = (known: Known, listener: { accountId: string; account: string }): Standing => ({
  restricted: known.restricted,
  ...(known.safeAccount !== undefined &&
    known.safeAccount === listener.account.toLowerCase() && { safeContactId: listener.accountId }),
  ...(known.enterpriseId !== undefined && { enterpriseId: known.enterpriseId }),
  units: known.units,
  filedBy: [],
  economicCase: false,
});

function unitsAfter(units: readonly KnownPart[], facts: Facts): readonly KnownPart[] {
  const { assigned = [], informed = [] } = facts;
  if (assigned.length + informed.length > 0) {
    const sent = assigned.map((one): KnownPart => ({ ...one, state: 'ISSUED' }));
    const told = informed.map((one): KnownPart => ({ ...one, role: 'informed' }));
    return [...units, ...sent, ...told.filter(({ unitId }) => !units.some((one) => isInformed(one, unitId)))];
  }
  const left = units.find((one) => stands(one) && isOf(one, facts));
  const state = facts.state as UnitPart['state'];
  if (facts.assignmentId === undefined || !left || stands({ state })) return units;
  const ended: KnownPart = { ...left, state, ...(facts.conflict && { conflict: true }) };
  return units.map((one) => {
    if (one === left) return ended;
    return facts.newLead !== undefined && one.assignmentId === facts.newLead ? { ...one, role: 'lead' } : one;
  });
}

/** Whether an event is about a part; of units that were sent before version 0.2.0 only the code is known. */
const isOf = ({ assignmentId, role, unitId }: KnownPart, facts: Facts): boolean =>
  assignmentId === undefined ? role !== 'informed' && unitId === facts.unitId : assignmentId === facts.assignmentId;

const isInformed = ({ role, unitId }: KnownPart, id: string): boolean => role === 'informed' && unitId === id;
