import type { ActHeader } from '../../kit/api/act';
import { api, type Schemas } from '../../kit/api/client';
import { tagOf, type Basis } from '../../kit/decisions/basis';

/** What the desk may enter for a unit with one press. */
export type Step = 'acknowledge' | 'depart' | 'arrive' | 'start-work' | 'approve-decline' | 'reject-decline';

/** The steps that an assignment in a state may take next. */
export const STEPS: Partial<Record<Schemas['FiledAssignment']['state'], Step[]>> = {
  ISSUED: ['acknowledge'],
  ACKNOWLEDGED: ['depart'],
  EN_ROUTE: ['arrive'],
  ARRIVED: ['start-work'],
  DECLINE_REQUESTED: ['approve-decline', 'reject-decline'],
};

/** A step that somebody pressed. */
export interface Wish {
  id: string;
  step: Step;
  /** What was known when it was pressed. */
  basis: Basis;
}

/** Enters a step; what decides about a release goes out on what was known. */
export function sendStep({ id, step, basis }: Wish, header: ActHeader): Promise<{ data?: unknown }> {
  const params = { path: { id }, header };
  const decides = { path: { id }, header: { ...header, 'If-Match': tagOf(basis) } };
  switch (step) {
    case 'acknowledge':
      return api.POST('/api/v1/assignments/{id}/acknowledge', { params, body: {} });
    case 'depart':
      return api.POST('/api/v1/assignments/{id}/depart', { params, body: {} });
    case 'arrive':
      return api.POST('/api/v1/assignments/{id}/arrive', { params, body: {} });
    case 'start-work':
      return api.POST('/api/v1/assignments/{id}/start-work', { params, body: {} });
    case 'approve-decline':
      return api.POST('/api/v1/assignments/{id}/approve-decline', { params: decides });
    case 'reject-decline':
      return api.POST('/api/v1/assignments/{id}/reject-decline', { params: decides });
  }
}
