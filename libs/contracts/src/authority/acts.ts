import { PROPOSAL_WAITS, type Role } from '../vocabulary.js';
import { CENTRE, OF_UNIT, OVERSIGHT, relationsOf, type Person, type Relation, type Standing } from './relations.js';
import { SIGHT_OF, sightOf, type Sight } from './sights.js';

/** Roles by relation that may do something. */
type Rule = Readonly<Partial<Record<Relation, readonly Role[]>>>;

const OPERATORS: readonly Role[] = ['call_taker', 'dispatcher', 'duty_chief'];
const DESK: readonly Role[] = ['dispatcher', 'duty_chief'];
const OFFICERS: readonly Role[] = ['officer', 'case_officer', 'unit_duty_leader'];
const FLOOR: readonly Role[] = ['officer', 'partner_user'];

const police = { lead: OFFICERS, assist: OFFICERS, informed: OFFICERS } as const;
const readers = { centre: CENTRE, oversight: OVERSIGHT, legal: ['legal_reviewer'], ...police } as const;
const outside = {
  filer: ['machine'],
  safe_contact: ['enterprise_contact'],
  contact: ['enterprise_contact'],
} as const satisfies Rule;

/**
 * The matrix: which roles, standing how to an incident, may do what with it. What somebody may do who does not even see the
 * incident is hidden from him, what he sees and may not do is refused; see {@link answerTo}.
 */
export const ACTS = {
  /** Open its file; how much of it {@link sightOf} says. */
  'file.read': { ...readers, released: OFFICERS, partner: OF_UNIT, ...outside },
  /** Find it in the list of files. */
  'file.list': { ...readers, partner: OF_UNIT, ...outside },
  'case.read': readers,
  'file.restrict': { centre: CENTRE, lead: OFFICERS, assist: OFFICERS },
  'file.advise': { centre: ['dispatcher', 'duty_chief', 'approver'], lead: OFFICERS, assist: OFFICERS },
  /** Propose about it what somebody else has to approve. */
  'file.propose': { lead: ['case_officer'] },
  'incident.close': { centre: DESK },
  /** Open its case and bring it forward; what somebody else has to approve is proposed. */
  'case.open': { lead: ['case_officer'] },
  /** Propose about its case what somebody else has to approve. */
  'case.propose': { lead: ['case_officer'], assist: ['case_officer'], legal: ['legal_reviewer'] },
  /** Propose what a reconsideration of a refusal to file comes to. */
  'case.reconsider': { legal: ['legal_reviewer'] },
  /** Keep suspects and ledger. */
  'case.keep': { lead: ['case_officer'], assist: ['case_officer'] },
  'dispatch.read': {
    centre: OPERATORS,
    oversight: ['supervisor'],
    lead: ['officer'],
    assist: ['officer'],
    informed: ['officer'],
  },
  'dispatch.change': { centre: DESK },
  /** Report what the own unit does. */
  'assignment.act': { centre: DESK, lead: FLOOR, assist: FLOOR, partner: FLOOR },
  'assignment.decline': { lead: FLOOR, assist: FLOOR, partner: FLOOR },
  /** Read its record and its reports at intake. */
  'incident.read': {
    centre: CENTRE,
    oversight: OVERSIGHT,
    aftercare: ['eso_clerk', 'follow_up_agent'],
    ...outside,
  },
  'incident.change': { centre: DESK },
  /** Let units move for what was held. */
  'incident.release': { centre: OPERATORS },
  /** Add a report to it. */
  'report.attach': { centre: OPERATORS, ...outside },
  /** Hear of it as it happens. */
  'feed.follow': {
    centre: [...OPERATORS, 'approver'],
    ...police,
    released: OFFICERS,
    partner: OF_UNIT,
    safe_contact: ['enterprise_contact'],
    contact: ['enterprise_contact'],
  },
  'notice.read': { centre: OPERATORS, safe_contact: ['enterprise_contact'], contact: ['enterprise_contact'] },
} as const satisfies Readonly<Record<string, Rule>>;

export type Act = keyof typeof ACTS;
/** `hidden` is answered like an incident that does not exist. */
export type Answer = 'allowed' | 'refused' | 'hidden';

/** The roles that may do something with some incident: what the guard of its route asks. */
export const rolesFor = (...acts: Act[]): Role[] => [
  ...new Set(acts.flatMap((act) => Object.values<readonly Role[]>(ACTS[act]).flat())),
];

/** Roles that have a feed: of incidents, or of proposals that may wait for them. */
export const FOLLOWERS: readonly Role[] = [...new Set<Role>([...rolesFor('feed.follow'), ...PROPOSAL_WAITS])];

/** Whether somebody may do something with an incident. */
export function answerTo(act: Act, person: Person, incident: Standing): Answer {
  const rule: Rule = ACTS[act];
  const may = relationsOf(person, incident).some(
    (relation) =>
      shows(relation, incident) !== null && rule[relation]?.some((role) => person.roles.includes(role)) === true,
  );
  if (may) return 'allowed';
  return sightOf(person, incident) === undefined ? 'hidden' : 'refused';
}

const shows = (relation: Relation, { restricted }: Standing): Sight | null =>
  SIGHT_OF[relation][restricted ? 'restricted' : 'plain'];
