import { relationsOf, type Person, type Relation, type Standing } from './relations.js';

/**
 * How much somebody sees of an incident, the most first: everything; everything but telephones; a partner's task; what the
 * own unit told; an enterprise's steps; of a restricted one only that it was received, and the documents that law demands; of
 * the report only its record.
 */
export const SIGHTS = ['full', 'no-phone', 'task', 'own', 'steps', 'documents', 'record'] as const;
export type Sight = (typeof SIGHTS)[number];

/** What each relation shows; `restricted` where disclosure is restricted. `null`: the incident does not exist. */
export const SIGHT_OF: Readonly<Record<Relation, { readonly plain: Sight | null; readonly restricted: Sight | null }>> =
  {
    centre: { plain: 'full', restricted: 'full' },
    oversight: { plain: 'no-phone', restricted: 'no-phone' },
    aftercare: { plain: 'record', restricted: null },
    legal: { plain: 'full', restricted: 'full' },
    lead: { plain: 'full', restricted: 'full' },
    assist: { plain: 'full', restricted: 'full' },
    informed: { plain: 'full', restricted: 'full' },
    partner: { plain: 'task', restricted: 'task' },
    released: { plain: 'own', restricted: 'own' },
    barred: { plain: null, restricted: null },
    filer: { plain: 'steps', restricted: null },
    safe_contact: { plain: 'steps', restricted: 'documents' },
    contact: { plain: 'steps', restricted: null },
  };

/** Who may know bank accounts whole: who works on the money, or on the floor. */
const WHOLE_ACCOUNTS: readonly Relation[] = ['centre', 'lead', 'assist', 'partner'];

/** The most that the relations of somebody show of an incident; undefined: for this person it does not exist. */
export function sightOf(person: Person, incident: Standing): Sight | undefined {
  const seen = relationsOf(person, incident).map(
    (relation) => SIGHT_OF[relation][incident.restricted ? 'restricted' : 'plain'],
  );
  return SIGHTS.find((sight) => seen.includes(sight));
}

/** Whether somebody needs bank accounts whole: the anti-fraud centre too where it is only informed. */
export function seesAccounts(person: Person, incident: Standing): boolean {
  const antiFraud = incident.units.some(({ unitId, discipline }) => unitId === person.unitId && discipline === 'AFC');
  return relationsOf(person, incident).some(
    (relation) => WHOLE_ACCOUNTS.includes(relation) || (relation === 'informed' && antiFraud),
  );
}
