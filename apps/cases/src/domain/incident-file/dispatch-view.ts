import { isPartner, stands, type AssignmentState, type BilingualText, type Discipline } from '#contracts';
import { FiledDispatch, leadAssignment, type IncidentFile } from './incident-file.js';
import { hasEnded } from './incident-states.js';

/** A slot that nobody fills. */
export class FiledGap {
  slot!: number;
  discipline!: Discipline;
  reason?: BilingualText;
  /** Since when nobody fills it. */
  since?: string;
}

/** Nobody leads an incident that goes on. */
export class MissingLead {
  /** Since when nobody does. */
  since!: string;
  /** Why nobody could be found, as far as a slot says it. */
  reason?: BilingualText;
}

/** The dispatch decision, who fills its slots, and which nobody fills. */
export class FiledDispatchView extends FiledDispatch {
  gaps!: FiledGap[];
}

/** A unit in short. */
export class FiledUnitName {
  id!: string;
  name!: string;
}

/** A unit in a list of files, with where its assignment stands. */
export class FiledUnitState extends FiledUnitName {
  state!: AssignmentState;
}

/** The unit that leads an incident. */
export const leadUnitOf = (file: IncidentFile): FiledUnitName | undefined => {
  const unit = leadAssignment(file)?.unit;
  return unit && { id: unit.id, name: unit.name };
};

/** The slots that nobody fills. */
export function gapsOf({ slots, plannedAt }: FiledDispatch): FiledGap[] {
  return slots
    .filter(({ assignmentId }) => assignmentId === undefined)
    .map(({ slot, discipline, gapReason, gapSince = plannedAt }) => ({
      slot,
      discipline,
      ...(gapReason && { reason: gapReason }),
      since: gapSince,
    }));
}

/**
 * That nobody of the police leads an incident whose dispatch was decided and goes on: since when and why, as the first slot
 * says that no police unit fills.
 */
export function missingLeadOf({ assignments, dispatch, state }: IncidentFile): MissingLead | undefined {
  const leads = assignments.some((one) => one.role === 'lead' && stands(one) && !isPartner(one.unit.discipline));
  if (!dispatch || leads || hasEnded(state) || state === 'HANDLED') return undefined;
  const gap = gapsOf(dispatch).find(({ discipline }) => !isPartner(discipline));
  return { since: gap?.since ?? dispatch.plannedAt, ...(gap?.reason && { reason: gap.reason }) };
}
