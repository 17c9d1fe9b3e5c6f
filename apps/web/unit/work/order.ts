import type { Schemas } from '../../kit/api/client';

/** One unit's part in an incident. */
export type Assignment = Schemas['AssignmentView'];
/** What the unit may do with it. */
export type Act = Assignment['acts'][number];

/** What the phone does about the case of an incident, and about who may know of it. */
export type CaseAct = 'open-case' | 'case' | 'ledger' | 'lift' | 'restrict';

/** What is worked on comes before what waits; what was not taken yet comes first of all. */
const RANK: Readonly<Partial<Record<Assignment['state'], number>>> = {
  ISSUED: 0,
  WORKING: 1,
  ARRIVED: 2,
  EN_ROUTE: 3,
  ACKNOWLEDGED: 4,
  DECLINE_REQUESTED: 5,
};
const LAST = 9;

/** Open assignments by what needs the unit first: not taken yet (soonest due first), then the farthest advanced. */
export function inOrder(assignments: readonly Assignment[]): Assignment[] {
  return [...assignments].sort(
    (a, b) =>
      (RANK[a.state] ?? LAST) - (RANK[b.state] ?? LAST) ||
      Date.parse(a.acknowledgeBy) - Date.parse(b.acknowledgeBy) ||
      (a.assignmentId < b.assignmentId ? -1 : 1),
  );
}

/** What is expected to be possible once an act that still waits for the network has arrived. */
const AFTER: Readonly<Record<Act, readonly Act[]>> = {
  acknowledge: ['depart', 'arrive', 'start-work', 'feedback'],
  depart: ['arrive', 'start-work', 'feedback'],
  arrive: ['start-work', 'feedback'],
  'start-work': ['feedback'],
  feedback: ['feedback'],
  complete: [],
  decline: [],
};

/**
 * What may be done now: what the server says, or, while acts wait for the network, what usually follows the last of them.
 * The server judges each of them when it arrives.
 */
export function actsNow(assignment: Pick<Assignment, 'acts'>, waiting: readonly Act[]): readonly Act[] {
  const last = waiting[waiting.length - 1];
  if (last === undefined) return assignment.acts;
  if (last !== 'feedback') return AFTER[last];
  const before = waiting.filter((act) => act !== 'feedback');
  const acts = actsNow(assignment, before);
  return acts.includes('feedback') ? acts : ['feedback'];
}
