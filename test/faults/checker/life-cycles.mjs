/** The checker's own copy of the tables: which state may follow which. A state may always be followed by itself. */

const ACTIVE = ['ISSUED', 'ACKNOWLEDGED', 'EN_ROUTE', 'ARRIVED', 'WORKING'];
const ENDS = ['COMPLETED', 'DECLINED', 'REASSIGNED', 'RECALLED'];

export const assignmentLife = {
  first: ['ISSUED'],
  ended: new Set(ENDS),
  next: {
    ISSUED: ['ACKNOWLEDGED', 'DECLINE_REQUESTED', 'REASSIGNED', 'RECALLED'],
    ACKNOWLEDGED: ['EN_ROUTE', 'ARRIVED', 'WORKING', 'COMPLETED', 'DECLINE_REQUESTED', 'REASSIGNED', 'RECALLED'],
    EN_ROUTE: ['ARRIVED', 'WORKING', 'COMPLETED', 'REASSIGNED', 'RECALLED'],
    ARRIVED: ['WORKING', 'COMPLETED', 'REASSIGNED', 'RECALLED'],
    WORKING: ['COMPLETED', 'REASSIGNED', 'RECALLED'],
    DECLINE_REQUESTED: ['DECLINED', 'ISSUED', 'RECALLED'],
  },
};

export const dispatchLife = {
  first: ['TRIAGED', 'DISPATCHED'],
  ended: new Set(['HANDLED', 'CLOSED', 'CANCELLED']),
  next: {
    TRIAGED: ['DISPATCHED', 'CANCELLED'],
    DISPATCHED: ['RESPONDING', 'ON_SCENE', 'CANCELLED'],
    RESPONDING: ['ON_SCENE', 'HANDLED', 'DISPATCHED', 'CANCELLED'],
    ON_SCENE: ['HANDLED', 'DISPATCHED', 'CANCELLED'],
    HANDLED: ['CLOSED', 'RESPONDING'],
  },
};

export const caseLife = {
  first: ['REGISTERED'],
  next: {
    REGISTERED: ['REVIEWING'],
    REVIEWING: ['FILED', 'NOT_FILED', 'ADMIN_ACCEPTED', 'TRANSFERRED_OUT', 'MERGED'],
    NOT_FILED: ['RECONSIDERING', 'CONCLUDED'],
    RECONSIDERING: ['NOT_FILED', 'REVIEWING'],
    ADMIN_ACCEPTED: ['FILED', 'ADMIN_DECIDED', 'MEDIATED', 'TERMINATED', 'TRANSFERRED_OUT', 'MERGED'],
    MEDIATED: ['ADMIN_ACCEPTED', 'CONCLUDED'],
    ADMIN_DECIDED: ['CONCLUDED'],
    TERMINATED: ['CONCLUDED'],
    FILED: ['INVESTIGATING', 'WITHDRAWN', 'MERGED'],
    INVESTIGATING: ['SOLVED', 'PROSECUTION', 'TRANSFERRED_OUT', 'WITHDRAWN', 'MERGED'],
    SOLVED: ['PROSECUTION', 'WITHDRAWN'],
    PROSECUTION: ['INVESTIGATING', 'CONCLUDED'],
  },
};

/** Which state a case is in after an event of this type. */
export const CASE_STATE_OF = {
  'case.registered.v1': 'REGISTERED',
  'case.review-started.v1': 'REVIEWING',
  'case.filed.v1': 'FILED',
  'case.not-filed.v1': 'NOT_FILED',
  'case.accepted.v1': 'ADMIN_ACCEPTED',
  'case.upgraded.v1': 'FILED',
  'case.penalty-decided.v1': 'ADMIN_DECIDED',
  'case.mediated.v1': 'MEDIATED',
  'case.mediation-failed.v1': 'ADMIN_ACCEPTED',
  'case.terminated.v1': 'TERMINATED',
  'case.concluded.v1': 'CONCLUDED',
  'case.reconsideration-asked.v1': 'RECONSIDERING',
  'case.refusal-upheld.v1': 'NOT_FILED',
  'case.refusal-overturned.v1': 'REVIEWING',
  'case.investigation-started.v1': 'INVESTIGATING',
  'case.solved.v1': 'SOLVED',
};

export const isActive = (state) => ACTIVE.includes(state) || state === 'DECLINE_REQUESTED';

/**
 * The first move of a walk that the table does not have, or undefined. `steps` are states in order; a step may carry the
 * states that it implies on its way (`{to, via}`).
 */
export function forbiddenMove({ first, next }, steps) {
  let state;
  for (const { to, via = [] } of steps) {
    for (const target of [...via, to]) {
      if (state === target) continue;
      const allowed = state === undefined ? first : (next[state] ?? []);
      if (!allowed.includes(target)) return `${state ?? '(nothing)'} → ${target}`;
      state = target;
    }
  }
  return undefined;
}
