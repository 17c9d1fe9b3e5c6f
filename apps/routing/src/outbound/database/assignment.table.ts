import type { AssignmentRole, AssignmentState, Discipline } from '#contracts';
import { column, defineTable } from '#persistence';
import type { Rung } from '../../domain/clocks/ringing.js';
import type { Release } from '../../domain/release.js';

/** One milestone: when it happened, or that a later one implied it. */
export interface Milestone {
  readonly at: string;
  readonly inferred?: true;
}

export interface AssignmentRow {
  id: string;
  incidentId: string;
  slot: number;
  role: AssignmentRole;
  unitId: string;
  unitName: string;
  discipline: Discipline;
  state: AssignmentState;
  /** Number of the unit's place this assignment takes; absent once it is over. Unique per unit. */
  unitSlot?: number;
  milestones: Partial<Record<AssignmentState, Milestone>>;
  feedbackCount: number;
  /** Why the unit asked to be released. */
  decline?: Release;
  issuedAt: Date;
  acknowledgeBy: Date;
  /** When one of its clocks speaks next; absent when all are silent. */
  ringsAt?: Date;
  /** What its clocks have said so far. */
  rung?: Rung;
  /** When its place was last taken or given back, and by which process: others follow that. */
  placeAt?: Date;
  placeBy?: string;
  version: number;
}

export const assignments = defineTable<AssignmentRow>(
  'assignment',
  {
    id: column.id(),
    incidentId: column.id(),
    slot: column.int(),
    role: column.text(20),
    unitId: column.id(),
    unitName: column.text(80),
    discipline: column.text(10),
    state: column.text(20),
    unitSlot: column.int().nullable(),
    milestones: column.json(),
    feedbackCount: column.int(),
    decline: column.json().nullable(),
    issuedAt: column.time(),
    acknowledgeBy: column.time(),
    version: column.int(),
    ringsAt: column.time().nullable(),
    rung: column.json().nullable(),
    placeAt: column.time().nullable(),
    placeBy: column.text(12).nullable(),
  },
  {
    primary: ['id'],
    unique: [['unitId', 'unitSlot']],
    index: [['incidentId'], ['unitId', 'id'], ['ringsAt'], ['placeAt', 'placeBy']],
  },
);
