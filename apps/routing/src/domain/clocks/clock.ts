import type { BilingualText, ClockKind, ClockStep, Escalation, Priority, SlaProfile, Zone } from '#contracts';
import type { MilestoneState } from '../milestones.js';

/** What a limit may depend on; the same for every enterprise. */
export interface ClockFacts {
  readonly slaProfile: SlaProfile;
  readonly priority: Priority;
  /** How much later than it was received the report was entered, ms: its stated times are earlier by as much. */
  readonly lateMs: number;
  readonly place: { readonly zone: Zone };
}

/** What the limits of a dispatch depend on. */
export const clockFactsOf = ({
  facts,
  priority,
}: {
  readonly facts: Omit<ClockFacts, 'priority'>;
  readonly priority: Priority;
}): ClockFacts => ({ ...facts, priority });

/** What is said at a share of the limit, and who is told beyond the unit. A breach is said once and never erased. */
export interface Stage {
  readonly percent: ClockStep;
  readonly says: 'warned' | 'breached';
  readonly escalatedTo?: Escalation;
}

/** A limit on the way of one unit. A clock says what it has reached and changes no state. */
export interface Clock {
  readonly kind: ClockKind;
  readonly name: BilingualText;
  /** The milestone that it runs from. */
  readonly starts: MilestoneState;
  /** Milestones that stop it, whether reported or implied; so does the end of the assignment. */
  readonly stops: readonly MilestoneState[];
  /** Seconds from the start; undefined where the limit does not apply. */
  limitSeconds(facts: ClockFacts): number | undefined;
  /** In order. */
  readonly ladder: readonly Stage[];
}
