import type { ClockKind, ClockStep } from '#contracts';
import { isOver } from '../dispatch-lifecycle.js';
import type { MilestoneFacts, MilestoneState } from '../milestones.js';
import type { Clock, ClockFacts, Stage } from './clock.js';
import { CLOCKS } from './index.js';

/** How far each clock of an assignment has rung. */
export type Rung = Readonly<Partial<Record<ClockKind, ClockStep>>>;

/** An assignment, as far as its clocks depend on it. */
export interface Clocked {
  readonly state: string;
  readonly milestones: MilestoneFacts;
  readonly rung?: Rung;
}

/** What a clock will say, and when. */
export interface Ring {
  readonly clock: Clock;
  readonly stage: Stage;
  readonly startedAt: Date;
  readonly limitSeconds: number;
  readonly dueAt: Date;
}

/** What the clocks of an assignment say next; undefined when all are silent. */
export function nextRing(
  assignment: Clocked,
  facts: ClockFacts,
  clocks: readonly Clock[] = Object.values(CLOCKS),
): Ring | undefined {
  if (isOver(assignment.state)) return undefined;
  const rings = clocks.flatMap((clock) => ringOf(clock, assignment, facts) ?? []);
  return rings.reduce<Ring | undefined>(
    (first, ring) => (first && first.dueAt <= ring.dueAt ? first : ring),
    undefined,
  );
}

/** Notes on an assignment when its clocks speak next. */
export function setRing(assignment: Clocked & { ringsAt?: Date }, facts: ClockFacts): void {
  const ring = nextRing(assignment, facts);
  if (ring) assignment.ringsAt = ring.dueAt;
  else delete assignment.ringsAt;
}

/** The assignment's memory of a ring. */
export const afterRing = (rung: Rung | undefined, { clock, stage }: Ring): Rung => ({
  ...rung,
  [clock.kind]: stage.percent,
});

function ringOf(clock: Clock, { milestones, rung }: Clocked, facts: ClockFacts): Ring | undefined {
  const startedAt = startOf(clock.starts, milestones, facts);
  const limitSeconds = clock.limitSeconds(facts);
  const stage = clock.ladder.find(({ percent }) => percent > (rung?.[clock.kind] ?? 0));
  if (!startedAt || limitSeconds === undefined || !stage) return undefined;
  if (clock.stops.some((milestone) => milestones[milestone])) return undefined;
  const dueAt = new Date(startedAt.getTime() + limitSeconds * 10 * stage.percent);
  return { clock, stage, startedAt, limitSeconds, dueAt };
}

/** Clocks run on the real time; the issue alone is stated on the incident's own time axis. */
function startOf(starts: MilestoneState, milestones: MilestoneFacts, { lateMs }: ClockFacts): Date | undefined {
  const known = milestones[starts];
  return known && new Date(Date.parse(known.at) + (starts === 'ISSUED' ? lateMs : 0));
}
