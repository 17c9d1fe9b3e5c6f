import { IncidentRegraded, type ActorFact, type PlanFact, type Priority } from '#contracts';
import type { IncidentRow } from '../outbound/database/incident.table.js';

/** Who told more, and when. */
export interface Origin {
  /** When it was told; what a type counts from now on it counts from then. */
  readonly toldAt: Date;
  readonly recordedAt: Date;
  readonly reportId?: string;
  readonly feedbackId?: string;
  readonly by?: ActorFact;
}

/** The event of an incident that got another priority and nothing else. */
export const regraded = (
  { id, priority, firedRules }: IncidentRow,
  from: Priority,
  plan: PlanFact,
  { recordedAt }: Origin,
) =>
  IncidentRegraded.of({
    incidentId: id,
    from,
    to: priority,
    occurredAt: recordedAt.toISOString(),
    firedRules,
    plan,
  });

/** Of which incident something was told, when, and by what. */
export const toldBy = ({ id }: IncidentRow, { reportId, feedbackId, by, recordedAt }: Origin) => ({
  incidentId: id,
  occurredAt: recordedAt.toISOString(),
  ...(reportId !== undefined && { reportId }),
  ...(feedbackId !== undefined && { feedbackId }),
  ...(by && { by }),
});
