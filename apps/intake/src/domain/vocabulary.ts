import type { Texts } from '#domain-kit';

/** Highest first. P1 特急: danger now · P2 紧急: in progress or stoppable · P3 一般: already happened · P4 低: request, clue. */
export const LEVELS = ['P1', 'P2', 'P3', 'P4'] as const;
export type Priority = (typeof LEVELS)[number];

export type Discipline =
  | 'CMD' | 'PS' | 'CID' | 'ECID' | 'CYB' | 'SEC' | 'TRF' | 'FDE' | 'AFC' | 'ISEC' | 'EEA' | 'NAR' | 'LEG' | 'PAT'
  | 'AST' | 'ADM' | 'ESO' | 'SUP' | 'RWY' | 'X119' | 'X120' | 'XGOV' | 'XMSA' | 'XIPO' | 'XHRSS' | 'XEM' | 'XPROC'
  | 'XCOURT' | 'XJUST' | 'XTRANS' | 'XBANK' | 'X12345'; // prettier-ignore

export type DangerFlag =
  | 'life_threat'
  | 'weapon'
  | 'fire_explosion'
  | 'hazmat_release'
  | 'hostage'
  | 'in_progress'
  | 'suspect_on_scene'
  | 'transfer_within_24h'
  | 'production_halted'
  | 'critical_service'
  | 'ongoing_leak'
  | 'insider_suspected';

export type SlaProfile = 'R1' | 'R2' | 'R3' | 'R4' | 'RF' | 'RC' | 'RE' | 'RS' | 'RK';
export type CaseKind = 'criminal' | 'economic' | 'administrative';

/** Who responds at once, the lead first, and who is only told. */
export interface ResponsePlan {
  /** Type code, with what was added to the type's own plan: `E101`, `E101+injury`. */
  readonly id: string;
  /** Moves when the type's plan is changed. */
  readonly version: number;
  readonly atOnce: Discipline[];
  readonly inform: Discipline[];
}

/** A rule that fired: what it did, and why, in words for the screen. */
export interface FiredRule {
  readonly rule: string;
  readonly effect: string;
  readonly reason: Texts;
}

/** Whether `a` is more urgent than `b`. */
export const isHigher = (a: Priority, b: Priority): boolean => LEVELS.indexOf(a) < LEVELS.indexOf(b);

/** The more urgent of the two. */
export const higher = (a: Priority, b: Priority): Priority => (isHigher(a, b) ? a : b);

/** One level up, but never above `limit`; what is above it already stays. */
export function oneLevelUp(priority: Priority, limit: Priority): Priority {
  const up = LEVELS[Math.max(0, LEVELS.indexOf(priority) - 1)] ?? priority;
  return isHigher(up, limit) ? higher(priority, limit) : up;
}
