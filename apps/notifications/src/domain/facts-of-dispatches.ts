import {
  isPartner,
  type AssignmentAdded,
  type AssignmentFact,
  type ClockFact,
  type DispatchGapFilled,
  type DispatchPlanned,
  type DispatchReplanned,
  type EventsOn,
  type INCIDENTS,
  type IssuedAssignment,
  type SlotFact,
} from '#contracts';
import type { AssignedUnit, Facts } from './facts.js';

type Told = EventsOn<typeof INCIDENTS>;
/** Types of the events that are about a dispatch, its assignments and their clocks. */
type DispatchType = Extract<keyof Told, `${'dispatch' | 'assignment' | 'clock'}.${string}`>;

const assigned = ({ assignmentId, unit, role }: IssuedAssignment): AssignedUnit => ({
  assignmentId,
  unitId: unit.id,
  discipline: unit.discipline,
  role,
});

const leadName = (all: readonly IssuedAssignment[]): string | undefined =>
  (all.find(({ role }) => role === 'lead') ?? all[0])?.unit.name;

const assignment = (event: AssignmentFact): Facts => ({
  incidentId: event.incidentId,
  occurredAt: event.occurredAt,
  assignmentId: event.assignmentId,
  unitId: event.unit.id,
  partner: isPartner(event.unit.discipline),
  role: event.role,
  state: event.state,
  dispatchState: event.dispatchState,
  inferred: event.inferred,
});

const issued = (event: AssignmentAdded | DispatchGapFilled): Facts => ({
  incidentId: event.incidentId,
  occurredAt: event.occurredAt,
  assigned: [assigned(event.assignment)],
  leadUnitName: event.assignment.unit.name,
  dispatchState: event.dispatchState,
});

const clock = (event: ClockFact): Facts => ({
  incidentId: event.incidentId,
  occurredAt: event.firedAt,
  assignmentId: event.assignmentId,
  unitId: event.unit.id,
  clock: event.clock,
  stage: event.stage,
  dueAt: event.dueAt,
  escalatedTo: event.escalatedTo,
});

const gapsIn = (slots: readonly SlotFact[]): number => slots.filter(({ gapReason }) => gapReason !== undefined).length;

const informedUnits = ({ informed }: Pick<DispatchPlanned, 'informed'>) =>
  informed.flatMap(({ unit, discipline }) => (unit ? [{ unitId: unit.id, discipline }] : []));

const dispatched = (event: DispatchPlanned | DispatchReplanned, occurredAt: string): Facts => ({
  incidentId: event.incidentId,
  occurredAt,
  priority: event.priority,
  assigned: event.assignments.map(assigned),
  informed: informedUnits(event),
  gaps: gapsIn(event.slots),
  ...(event.leadMissing && { leadMissing: true }),
  leadUnitName: leadName(event.assignments),
  dispatchState: event.dispatchState,
});

/** What is taken from each event about a dispatch; one without a line does not compile. */
export const DISPATCH_FACTS: { readonly [T in DispatchType]: (event: Told[T]) => Facts } = {
  'dispatch.planned.v1': (event) => dispatched(event, event.plannedAt),
  'dispatch.replanned.v1': (event) => dispatched(event, event.occurredAt),
  'dispatch.gap-filled.v1': issued,
  'assignment.added.v1': issued,
  'assignment.acknowledged.v1': assignment,
  'assignment.departed.v1': assignment,
  'assignment.arrived.v1': assignment,
  'assignment.work-started.v1': assignment,
  'assignment.feedback-given.v1': (event) => ({ ...assignment(event), feedbackKind: event.kind }),
  'assignment.completed.v1': (event) => ({ ...assignment(event), outcome: event.outcome }),
  'assignment.decline-requested.v1': assignment,
  'assignment.decline-rejected.v1': assignment,
  'assignment.declined.v1': (event) => ({
    ...assignment(event),
    conflict: event.reason === 'conflict_of_interest',
    ...(event.gap && { gaps: 1 }),
    ...(event.newLead && { newLead: event.newLead.assignmentId }),
  }),
  'assignment.recalled.v1': assignment,
  'clock.warned.v1': clock,
  'clock.breached.v1': clock,
};
