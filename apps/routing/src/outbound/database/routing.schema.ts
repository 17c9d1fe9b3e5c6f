import type {
  AssignmentRole,
  AssignmentState,
  Discipline,
  DutyState,
  InformedFact,
  PlanFact,
  Priority,
  SlaProfile,
  SlotFact,
} from '#contracts';
import { messagingTables, seenColumn, type SeenRow } from '#messaging';
import {
  auditTables,
  column,
  CreateAudit1797000000000,
  defineTable,
  type PublishingRow,
  type ServiceSchema,
  type TableDef,
} from '#persistence';
import { idempotencyKeys } from '#platform';
import type { DispatchState } from '../../domain/dispatch-lifecycle.js';
import type { Rung } from '../../domain/clocks/ringing.js';
import type { Release } from '../../domain/release.js';
import { CreateRouting1795000000000 } from './migrations/1795000000000-create-routing.js';
import { ClocksOnAssignments1799000000000 } from './migrations/1799000000000-clocks-on-assignments.js';
import { SeenOnDispatches1799100000000 } from './migrations/1799100000000-seen-on-dispatches.js';

/** A unit of police or a partner; `id` is its code. */
export interface UnitRow {
  id: string;
  name: string;
  discipline: Discipline;
  /** Twelve-digit agency code (GA 380). */
  agencyCode?: string;
  duty: DutyState;
  /** Assignments it may hold at once. */
  capacity: number;
  longitude: number;
  latitude: number;
  jurisdictions: string[];
  districts: string[];
  version: number;
  updatedAt: Date;
}

/** What routing must remember of an incident to go on planning for it. */
export interface IncidentFacts {
  readonly number: string;
  readonly typeCode: string;
  readonly slaProfile: SlaProfile;
  /** How much later than it was received the report was entered; later decisions are stated earlier by as much. */
  readonly lateMs: number;
  readonly place: {
    readonly longitude: number;
    readonly latitude: number;
    readonly district: string;
    readonly jurisdiction?: string;
    readonly zone: 'urban' | 'suburban' | 'rural';
  };
}

/** The dispatch of one incident; its id is the incident's. */
export interface DispatchRow extends PublishingRow, SeenRow {
  state: DispatchState;
  priority: Priority;
  facts: IncidentFacts;
  plan: PlanFact;
  slots: SlotFact[];
  informed: InformedFact[];
  plannedAt: Date;
}

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

/** A slot that nobody could take. */
export interface GapRow {
  incidentId: string;
  slot: number;
  discipline: Discipline;
  priority: Priority;
  since: Date;
}

/** A plan as it was first used. */
export interface ResponsePlanRow {
  planId: string;
  planVersion: number;
  plan: PlanFact;
  firstUsedAt: Date;
}

export const units = defineTable<UnitRow>(
  'unit',
  {
    id: column.id(),
    name: column.text(80),
    discipline: column.text(10),
    agencyCode: column.text(12).nullable(),
    duty: column.text(10),
    capacity: column.int(),
    longitude: column.double(),
    latitude: column.double(),
    jurisdictions: column.json(),
    districts: column.json(),
    version: column.int(),
    updatedAt: column.time(),
  },
  { primary: ['id'], index: [['updatedAt'], ['discipline', 'id']] },
);

export const dispatches = defineTable<DispatchRow>(
  'dispatch',
  {
    id: column.id(),
    state: column.text(20),
    priority: column.text(2),
    facts: column.json(),
    plan: column.json(),
    slots: column.json(),
    informed: column.json(),
    plannedAt: column.time(),
    version: column.int(),
    // Every row has it; the tables of the first release gained it later.
    published: column.int().nullable(),
    seen: seenColumn,
  },
  { primary: ['id'] },
);

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

export const gaps = defineTable<GapRow>(
  'dispatch_gap',
  {
    incidentId: column.id(),
    slot: column.int(),
    discipline: column.text(10),
    priority: column.text(2),
    since: column.time(),
  },
  { primary: ['incidentId', 'slot'], index: [['discipline', 'priority', 'since']] },
);

export const responsePlans = defineTable<ResponsePlanRow>(
  'response_plan',
  { planId: column.id(), planVersion: column.int(), plan: column.json(), firstUsedAt: column.time() },
  { primary: ['planId', 'planVersion'] },
);

/** Everything routing keeps. */
export const routingSchema: ServiceSchema = {
  service: 'routing',
  tables: [
    ...([units, dispatches, assignments, gaps, responsePlans, idempotencyKeys] as unknown as TableDef<never>[]),
    ...messagingTables,
    ...auditTables,
  ],
  migrations: [
    CreateRouting1795000000000,
    CreateAudit1797000000000,
    ClocksOnAssignments1799000000000,
    SeenOnDispatches1799100000000,
  ],
};
