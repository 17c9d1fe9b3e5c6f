import { Injectable } from '@nestjs/common';
import { DispatchGapFilled, type Discipline } from '#contracts';
import { Database, LostRace } from '#persistence';
import { Clock } from '#platform';
import { dispatchStateOf, hasLead, takesUnits } from '../domain/dispatch-lifecycle.js';
import { DispatchRepository } from '../outbound/database/dispatch.repository.js';
import type { DispatchRow } from '../outbound/database/dispatch.table.js';
import type { GapRow } from '../outbound/database/gap.table.js';
import { decisionTime, IssueAssignments, type FilledSlot } from './issue-assignments.js';

/** Gaps of one discipline looked at in one go. */
const MOST = 20;

/**
 * Gives slots that stayed open to units that can take them now: by priority, then age. Each in a unit of work of its own
 * and apart from the act that freed a unit: acts that end at the same time would fight for the same oldest slots, and
 * those that lose would free nobody.
 */
@Injectable()
export class FillGaps {
  constructor(
    private readonly database: Database,
    private readonly dispatches: DispatchRepository,
    private readonly issueAssignments: IssueAssignments,
    private readonly clock: Clock,
  ) {}

  /** Looks at the gaps of these disciplines, or at all. Answers how many were filled. */
  async run(disciplines?: readonly Discipline[]): Promise<number> {
    let filled = 0;
    for (const discipline of disciplines ?? (await this.dispatches.gaps.disciplines())) {
      filled += await this.fillAll(discipline);
    }
    return filled;
  }

  /** Page by page while somebody of the discipline is free; a slot that stays open holds up no later one. */
  private async fillAll(discipline: Discipline): Promise<number> {
    let filled = 0;
    for (let last: GapRow | undefined; ;) {
      const page: GapRow[] = await this.dispatches.gaps.waiting(discipline, MOST, last);
      for (const gap of page) {
        if (!this.issueAssignments.mayFill(discipline)) return filled;
        if (await this.tryFill(gap)) filled += 1;
      }
      if (page.length < MOST) return filled;
      last = page.at(-1);
    }
  }

  /** A slot that others are busy with waits for the next look. */
  private async tryFill(gap: GapRow): Promise<boolean> {
    try {
      return await this.database.write(() => this.fill(gap));
    } catch (error) {
      if (error instanceof LostRace) return false;
      throw error;
    }
  }

  private async fill(gap: GapRow): Promise<boolean> {
    const dispatch = await this.dispatches.find(gap.incidentId);
    const given = dispatch?.slots.some(({ slot, assignmentId }) => slot === gap.slot && assignmentId !== undefined);
    if (!dispatch || given || !takesUnits(dispatch.state)) {
      await this.dispatches.gaps.take(gap);
      return false;
    }
    const all = await this.dispatches.assignmentsOf(dispatch);
    const wish = {
      slot: gap.slot,
      discipline: gap.discipline,
      role: 'assist' as const,
      excluded: new Set(all.map(({ unitId }) => unitId)),
    };
    const time = decisionTime(dispatch.facts, this.clock.now());
    const [slot] = await this.issueAssignments.run(dispatch.id, dispatch, [wish], time, !hasLead(all));
    if (!slot?.assignment) return false;
    if (!(await this.dispatches.gaps.take(gap))) throw new LostRace('somebody else filled the gap');
    await this.announce(dispatch, { ...slot, assignment: slot.assignment }, time.stated);
    return true;
  }

  private async announce(dispatch: DispatchRow, filled: Required<FilledSlot>, at: Date): Promise<void> {
    dispatch.slots = dispatch.slots.map((slot) => (slot.slot === filled.slot.slot ? filled.slot : slot));
    dispatch.state = dispatchStateOf(dispatch.state, await this.dispatches.assignmentsOf(dispatch));
    this.dispatches.save(dispatch);
    this.dispatches.publish(
      dispatch,
      DispatchGapFilled.of({
        incidentId: dispatch.id,
        occurredAt: at.toISOString(),
        slot: filled.slot,
        assignment: filled.assignment,
        dispatchState: dispatch.state,
      }),
    );
  }
}
