/** Milestones of a unit's way, in order. */
export const MILESTONES = ['ISSUED', 'ACKNOWLEDGED', 'EN_ROUTE', 'ARRIVED', 'WORKING'] as const;
export type MilestoneState = (typeof MILESTONES)[number];

/** When a milestone happened; inferred ones were implied by a later one and stay out of averages. */
export interface MilestoneFact {
  readonly at: string;
  readonly inferred?: true;
}

export type MilestoneFacts = Readonly<Partial<Record<string, MilestoneFact>>>;

/** What a reported milestone changes. */
export interface MilestoneChange {
  readonly state: string;
  readonly milestones: Partial<Record<string, MilestoneFact>>;
  readonly inferred: MilestoneState[];
}

/**
 * Takes a milestone that may come late, twice or out of order (radio gaps): the earliest time counts, a later milestone
 * implies the earlier ones that nobody reported, and the state never moves backwards: a late milestone of a completed
 * assignment is kept, but the assignment stays completed. Answers undefined when it says
 * nothing new. Arrival is not implied by work: remote units work without arriving.
 */
export function reachMilestone(
  state: string,
  milestones: MilestoneFacts,
  reached: MilestoneState,
  at: Date,
): MilestoneChange | undefined {
  const time = at.toISOString();
  const known = milestones[reached];
  if (known && !known.inferred && known.at <= time) return undefined;
  const order = MILESTONES.indexOf(reached);
  const inferred = MILESTONES.slice(1, order).filter((earlier) => !milestones[earlier] && IMPLIED.has(earlier));
  const implied = inferred.map((earlier): [string, MilestoneFact] => [earlier, { at: time, inferred: true }]);
  const standsAt = MILESTONES.indexOf(state as MilestoneState);
  const isLater = standsAt >= 0 && order > standsAt;
  return {
    state: isLater ? reached : state,
    milestones: { ...milestones, ...Object.fromEntries(implied), [reached]: { at: time } },
    inferred,
  };
}

/** Milestones that every later one implies. Departure and arrival are skipped by units that work remotely. */
const IMPLIED: ReadonlySet<string> = new Set(['ACKNOWLEDGED']);
