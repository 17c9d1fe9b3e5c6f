import { ACKNOWLEDGE_LIMIT_SECONDS } from './sla-profiles.js';

/** Share of a limit at which something is said, and who is told beyond the unit. */
export const STAGES = [
  { percent: 50 },
  { percent: 100, escalatedTo: 'unit_duty_leader' },
  { percent: 200, escalatedTo: 'duty_chief' },
] as const;
export type Stage = (typeof STAGES)[number];
export type StagePercent = Stage['percent'];

/** A stage with its moment. */
export interface DueStage {
  readonly percent: StagePercent;
  readonly dueAt: Date;
}

/** Seconds within which an assignment must be acknowledged. */
export const acknowledgeLimitSeconds = (profile: keyof typeof ACKNOWLEDGE_LIMIT_SECONDS): number =>
  ACKNOWLEDGE_LIMIT_SECONDS[profile];

/** The first thing a clock will say. */
export const firstStage = (startedAt: Date, limitSeconds: number): DueStage => at(startedAt, limitSeconds, 50);

/** What a clock will say after this stage; undefined after the last one. A breach is said once and never erased. */
export function nextStage(startedAt: Date, limitSeconds: number, after: StagePercent): DueStage | undefined {
  const next = STAGES.find(({ percent }) => percent > after);
  return next && at(startedAt, limitSeconds, next.percent);
}

/** The stage itself. */
export function stageOf(percent: StagePercent): Stage {
  const stage = STAGES.find((candidate) => candidate.percent === percent);
  if (!stage) throw new Error(`no stage at ${String(percent)} %`);
  return stage;
}

const at = (startedAt: Date, limitSeconds: number, percent: StagePercent): DueStage => ({
  percent,
  dueAt: new Date(startedAt.getTime() + limitSeconds * 10 * percent),
});
