import type { Role } from '#contracts';
import type { Fields } from './fields.js';
import type { Stage } from './stage.js';

/** A request of the table beside the valid one. */
export interface Attempt {
  readonly what: string;
  readonly as?: string;
  /** Path, or the route's own. */
  readonly path?: string;
  readonly body?: unknown;
  readonly status: number;
  readonly code: string;
}

/** One route of the product, and how it can be abused. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** With `:id` for every parameter. */
  readonly pattern: string;
  /** Who may; nobody else gets past the guard. */
  readonly roles: readonly Role[] | 'signed-in' | 'everybody';
  /** Who makes the valid request. */
  readonly as?: string;
  /** Parameters of the valid request; the pattern is the path without. */
  readonly ids?: (stage: Stage) => readonly string[];
  /** Code of the answer where the first parameter names nothing. */
  readonly unknown?: string;
  readonly query?: Fields;
  readonly fields?: Fields;
  readonly body?: (stage: Stage) => Readonly<Record<string, unknown>>;
  /** Status of the valid request. */
  readonly status: number;
  /** `Idempotency-Key`: must be sent, may be sent, or means nothing here. */
  readonly key?: 'required' | 'optional';
  /** The answer does not end by itself. */
  readonly endless?: true;
  /** Decisions name the version that they start from; `some`: not all requests of the route are decisions. */
  readonly edit?: true | 'some';
  /** Foreign ids, wrong states and whatever else must be refused. */
  readonly refused?: (stage: Stage) => readonly Attempt[];
  /** Another valid body, for a key that was used before. */
  readonly otherBody?: Readonly<Record<string, unknown>>;
}

/** The path of a route with its parameters filled in. */
export function pathOf(pattern: string, ids: readonly string[]): string {
  const rest = [...ids];
  return pattern.replace(/:id/g, () => rest.shift() ?? '');
}

export const DESK: readonly Role[] = ['dispatcher', 'duty_chief'];
export const CENTRE: readonly Role[] = ['call_taker', ...DESK];
export const OVERSEERS: readonly Role[] = [
  ...CENTRE,
  'approver',
  'supervisor',
  'analyst',
  'eso_clerk',
  'follow_up_agent',
];
export const CASE_READERS: readonly Role[] = [
  ...CENTRE, 'approver', 'supervisor', 'analyst', 'officer', 'case_officer', 'unit_duty_leader', 'legal_reviewer',
]; // prettier-ignore

/** An id that nothing has. */
export const NOBODY = '01900000-0000-7000-8000-00000000dead';
