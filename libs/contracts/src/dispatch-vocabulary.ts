/** What of the vocabulary is about dispatches: the assignments of units, and the limits that run for them. */

export const ASSIGNMENT_STATES = [
  'ISSUED',
  'ACKNOWLEDGED',
  'EN_ROUTE',
  'ARRIVED',
  'WORKING',
  'DECLINE_REQUESTED',
  'COMPLETED',
  'DECLINED',
  'REASSIGNED',
  'RECALLED',
] as const;
export type AssignmentState = (typeof ASSIGNMENT_STATES)[number];

/** lead 主办 answers for the result · assist 协办 · reinforcement 增援. */
export const ASSIGNMENT_ROLES = ['lead', 'assist', 'reinforcement'] as const;
export type AssignmentRole = (typeof ASSIGNMENT_ROLES)[number];

/** Codes of units, such as `PS01`. */
export const UNIT_CODE = /^[A-Z0-9]{2,16}$/;

export const DUTY_STATES = ['on_duty', 'off_duty'] as const;
export type DutyState = (typeof DUTY_STATES)[number];

export const DECLINE_REASONS = ['out_of_area', 'engaged', 'equipment', 'conflict_of_interest'] as const;
export type DeclineReason = (typeof DECLINE_REASONS)[number];

/** Response-time profile: which clocks run, and how long (minutes of each step are set in routing). */
export const SLA_PROFILES = ['R1', 'R2', 'R3', 'R4', 'RF', 'RC', 'RE', 'RS', 'RK'] as const;
export type SlaProfile = (typeof SLA_PROFILES)[number];

/** Limits that run while an incident is handled: acknowledge 签收. */
export const CLOCK_KINDS = ['acknowledge'] as const;
export type ClockKind = (typeof CLOCK_KINDS)[number];

/** Share of a limit, in percent, at which its clock says something. */
export const CLOCK_STEPS = [50, 100, 200] as const;
export type ClockStep = (typeof CLOCK_STEPS)[number];

/** Whom a clock tells beyond the unit itself. */
export const ESCALATIONS = ['unit_duty_leader', 'duty_chief', 'approver'] as const;
export type Escalation = (typeof ESCALATIONS)[number];
