import { isPartner, type NewLeadFact } from '#contracts';
import { touch } from '#persistence';
import { isOver } from '../domain/dispatch-lifecycle.js';
import { leadWithoutSuccessor } from '../domain/refusals.js';
import type { DispatchRepository } from '../outbound/database/dispatch.repository.js';
import type { OpenAssignment } from './assignment-desk.js';

/** Gives the lead to the police unit of the lowest slot that stands besides the one that leaves. */
export async function handOverLead(
  { assignment, dispatch }: OpenAssignment,
  dispatches: DispatchRepository,
): Promise<NewLeadFact> {
  const all = await dispatches.assignmentsOf(dispatch);
  const [next] = all
    .filter(({ id, state, discipline }) => id !== assignment.id && !isOver(state) && !isPartner(discipline))
    .sort((a, b) => a.slot - b.slot);
  if (!next) throw leadWithoutSuccessor({ discipline: assignment.discipline });
  next.role = 'lead';
  touch(next);
  dispatches.saveAssignment(next);
  dispatch.slots = dispatch.slots.map((slot) => (slot.assignmentId === next.id ? { ...slot, role: 'lead' } : slot));
  const { id: assignmentId, unitId, unitName: name, discipline } = next;
  return { assignmentId, unit: { id: unitId, name, discipline } };
}
