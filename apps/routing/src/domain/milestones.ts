import { timeOutOfRange } from './refusals.js';

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

/** When something is said to have happened, and whether whoever said so named the time. */
export interface Told {
  readonly at: Date;
  readonly stated: boolean;
}

/**
 * Takes a milestone that may come late, twice or out of order (radio gaps): the earliest time counts, a later milestone
 * implies the earlier ones that nobody reported, and the state never moves backwards: a late milestone of a completed
 * assignment is kept, but the assignment stays completed. Answers undefined when it says nothing new. Arrival is not implied
 * by work: remote units work without arriving.
 *
 * Milestones follow each other in time. Throws `assignment.time-out-of-range` for a stated time that contradicts another
 * milestone; one that is told late without its time happened at the latest when the next one did, and is marked inferred.
 */
export function reachMilestone(
  state: string,
  milestones: MilestoneFacts,
  reached: MilestoneState,
  { at, stated }: Told,
): MilestoneChange | undefined {
  const known = milestones[reached];
  if (known && !known.inferred && known.at <= at.toISOString()) return undefined;
  const time = fitting(milestones, reached, at.toISOString(), stated);
  const guessed = time !== at.toISOString();
  if (known && guessed) return undefined;
  const order = MILESTONES.indexOf(reached);
  const inferred = MILESTONES.slice(1, order).filter((earlier) => !milestones[earlier] && IMPLIED.has(earlier));
  const implied = inferred.map((earlier): [string, MilestoneFact] => [earlier, { at: time, inferred: true }]);
  const standsAt = MILESTONES.indexOf(state as MilestoneState);
  const isLater = standsAt >= 0 && order > standsAt;
  return {
    state: isLater ? reached : state,
    milestones: {
      ...guessesBeside(milestones, order, time),
      ...Object.fromEntries(implied),
      [reached]: { at: time, ...(guessed && { inferred: true as const }) },
    },
    inferred: guessed ? [...inferred, reached] : inferred,
  };
}

/** The time of the final feedback: not before anything that was reported on the way. Throws like {@link reachMilestone}. */
export const completionTime = (milestones: MilestoneFacts, { at, stated }: Told): Date =>
  new Date(fitting(milestones, 'COMPLETED', at.toISOString(), stated));

const WAY = [...MILESTONES, 'COMPLETED'];

/** The time of a milestone between those reported before and after it (ISO UTC, so text order is time order). */
function fitting(milestones: MilestoneFacts, reached: string, time: string, stated: boolean): string {
  const order = WAY.indexOf(reached);
  const times = (names: readonly string[]) =>
    names.flatMap((name) => (milestones[name] && !milestones[name].inferred ? milestones[name].at : [])).sort();
  const notBefore = times(WAY.slice(0, order)).at(-1);
  const notAfter = times(WAY.slice(order + 1))[0];
  const early = notBefore !== undefined && time < notBefore;
  const late = notAfter !== undefined && time > notAfter;
  if (!early && !late) return time;
  if (stated) throw timeOutOfRange();
  return (late ? notAfter : notBefore) ?? time;
}

/** What is only inferred of the way lies on its own side of a milestone that was told. */
const guessesBeside = (milestones: MilestoneFacts, order: number, time: string): MilestoneFacts =>
  Object.fromEntries(
    Object.entries(milestones).map(([name, fact]) => {
      const wrong = fact?.inferred && (WAY.indexOf(name) < order ? fact.at > time : fact.at < time);
      return [name, wrong ? { ...fact, at: time } : fact];
    }),
  );

/** Milestones that every later one implies. Departure and arrival are skipped by units that work remotely. */
const IMPLIED: ReadonlySet<string> = new Set(['ACKNOWLEDGED']);
