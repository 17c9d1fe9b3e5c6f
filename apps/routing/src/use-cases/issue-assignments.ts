import { Injectable } from '@nestjs/common';
import {
  isPartner,
  type AssignmentRole,
  type CandidateFact,
  type Discipline,
  type IssuedAssignment,
  type SlotFact,
} from '#contracts';
import { newId } from '#platform';
import { acknowledge } from '../domain/clocks/acknowledge.js';
import { clockFactsOf, type ClockFacts } from '../domain/clocks/clock.js';
import { setRing } from '../domain/clocks/ringing.js';
import { SELECTION_RULES } from '../domain/selection/rules/index.js';
import type { Explained } from '../domain/selection/explain.js';
import { selectUnit, type Selection } from '../domain/selection/select-unit.js';
import { DispatchRepository } from '../outbound/database/dispatch.repository.js';
import type { AssignmentRow } from '../outbound/database/assignment.table.js';
import type { DispatchRow, IncidentFacts } from '../outbound/database/dispatch.table.js';
import { UnitRoster } from '../outbound/database/unit-roster.js';

/** A slot to be filled. */
export interface SlotWish {
  readonly slot: number;
  readonly discipline: Discipline;
  readonly role: AssignmentRole;
  readonly excluded: ReadonlySet<string>;
}

/** When something is decided: on the incident's own time axis, and really. */
export interface DecisionTime {
  /** What the record says; earlier than `real` for a report that was entered afterwards. */
  readonly stated: Date;
  /** What clocks run on. */
  readonly real: Date;
}

/** A report that was entered afterwards keeps its own time axis; clocks run on the real one. */
export const decisionTime = ({ lateMs }: Pick<IncidentFacts, 'lateMs'>, real: Date): DecisionTime => ({
  real,
  stated: new Date(real.getTime() - lateMs),
});

/** What became of one wish. */
export interface FilledSlot {
  readonly slot: SlotFact;
  /** Absent when the slot is a gap. */
  readonly assignment?: IssuedAssignment;
}

/** Fills slots: chooses units by the rules, takes their places, starts their clocks. A slot nobody can take is a gap. */
@Injectable()
export class IssueAssignments {
  constructor(
    private readonly roster: UnitRoster,
    private readonly dispatches: DispatchRepository,
  ) {}

  /**
   * Answers one fact per wish, in order; assignments are written with the unit of work. With `leadWanted`
   * the first slot that police fill leads: an incident with police has exactly one lead, whichever discipline is missing.
   */
  async run(
    incidentId: string,
    incident: Pick<DispatchRow, 'facts' | 'priority'>,
    wishes: readonly SlotWish[],
    time: DecisionTime,
    leadWanted: boolean,
  ): Promise<FilledSlot[]> {
    const places = await this.roster.places();
    const chosen = new Set<string>();
    let withoutLead = leadWanted;
    const filled = wishes.map((asked): FilledSlot => {
      const wish: SlotWish = withoutLead && !isPartner(asked.discipline) ? { ...asked, role: 'lead' } : asked;
      const excluded = new Set([...wish.excluded, ...chosen]);
      const { priority, facts } = incident;
      const selection = selectUnit({ ...wish, priority, place: facts.place, excluded }, places, SELECTION_RULES);
      const unitSlot = selection.unit && places.take(selection.unit.id);
      if (selection.unit === undefined || unitSlot === undefined) return { slot: slotFact(wish, selection, time) };
      chosen.add(selection.unit.id);
      if (wish.role === 'lead') withoutLead = false;
      const assignment = this.issue(incidentId, clockFactsOf(incident), wish, selection.unit, unitSlot, time);
      return { slot: slotFact(wish, selection, time, assignment.assignmentId), assignment };
    });
    const vacant = withoutLead ? filled.findIndex(({ slot }) => slot.role === 'lead') : -1;
    return filled.map((each, at) => (at === vacant ? each : withoutVacantLead(each)));
  }

  /** Whether it is worth looking at a slot of a discipline at all. */
  mayFill(discipline: Discipline): boolean {
    return this.roster.hasReady(discipline);
  }

  private issue(
    incidentId: string,
    facts: ClockFacts,
    { slot, role, discipline }: SlotWish,
    unit: { id: string; name: string },
    unitSlot: number,
    { stated, real }: DecisionTime,
  ): IssuedAssignment {
    const limitSeconds = acknowledge.limitSeconds(facts);
    const row: AssignmentRow = {
      id: newId(),
      incidentId,
      slot,
      role,
      unitId: unit.id,
      unitName: unit.name,
      discipline,
      state: 'ISSUED',
      unitSlot,
      milestones: { ISSUED: { at: stated.toISOString() } },
      feedbackCount: 0,
      issuedAt: stated,
      acknowledgeBy: new Date(stated.getTime() + limitSeconds * 1000),
      ...this.roster.mark(real),
      version: 1,
    };
    setRing(row, facts);
    this.dispatches.issue(row);
    return {
      assignmentId: row.id,
      slot,
      role,
      unit: { id: unit.id, name: unit.name, discipline },
      issuedAt: stated.toISOString(),
      acknowledgeBy: row.acknowledgeBy.toISOString(),
    };
  }
}

/** One slot leads; a further one that stayed open asks for an assistant. */
const withoutVacantLead = (filled: FilledSlot): FilledSlot =>
  filled.assignment || filled.slot.role !== 'lead' ? filled : { slot: { ...filled.slot, role: 'assist' } };

function slotFact(
  { slot, discipline, role }: SlotWish,
  selection: Selection,
  { stated }: DecisionTime,
  assignmentId?: string,
): SlotFact {
  return {
    slot,
    discipline,
    role,
    ...(assignmentId !== undefined && { assignmentId }),
    candidates: selection.explained.map(candidateFact),
    ...(assignmentId === undefined && {
      ...(selection.gapReason && { gapReason: selection.gapReason }),
      gapSince: stated.toISOString(),
    }),
  };
}

const candidateFact = ({ unit, distanceM, verdict, rule, reason }: Explained): CandidateFact => ({
  unitId: unit.id,
  name: unit.name,
  verdict,
  rule,
  reason,
  distanceM,
});
