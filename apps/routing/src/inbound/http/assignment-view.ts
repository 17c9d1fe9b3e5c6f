import { actsOf } from '../../domain/acts.js';
import type { AssignmentRecord } from '../../use-cases/records.js';
import type { AssignmentView } from './assignment-answer.dto.js';

/** An assignment as answers show it. */
export function assignmentView(row: AssignmentRecord): AssignmentView {
  const { id, incidentId, unitId, unitName, discipline, slot, role, state, issuedAt, acknowledgeBy, milestones } = row;
  return {
    assignmentId: id,
    incidentId,
    unitId,
    unitName,
    discipline,
    slot,
    role,
    state,
    issuedAt: issuedAt.toISOString(),
    acknowledgeBy: acknowledgeBy.toISOString(),
    milestones,
    acts: actsOf(row),
    version: row.version,
  };
}
