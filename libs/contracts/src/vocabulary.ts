/** The words of the field as they travel on events and over HTTP. Labels for people live with the screens. */

export * from './case-vocabulary.js';

/** P1 特急: danger now · P2 紧急: in progress or stoppable · P3 一般: already happened · P4 低: request, clue. */
export const PRIORITIES = ['P1', 'P2', 'P3', 'P4'] as const;
export type Priority = (typeof PRIORITIES)[number];

/** Disciplines (警种) of police units and of partners (codes with a leading X). */
export const DISCIPLINES = [
  'CMD', 'PS', 'CID', 'ECID', 'CYB', 'SEC', 'TRF', 'FDE', 'AFC', 'ISEC', 'EEA', 'NAR', 'LEG', 'PAT', 'AST', 'ADM',
  'ESO', 'SUP', 'RWY', 'X119', 'X120', 'XGOV', 'XMSA', 'XIPO', 'XHRSS', 'XEM', 'XPROC', 'XCOURT', 'XJUST', 'XTRANS',
  'XBANK', 'X12345',
] as const; // prettier-ignore
export type Discipline = (typeof DISCIPLINES)[number];

/** Whether a discipline is a partner's: it gets a task, and nothing of the police's. */
export const isPartner = (discipline: Discipline): discipline is Partner => discipline.startsWith('X');
/** The disciplines of partners. */
export type Partner = Extract<Discipline, `X${string}`>;

/** Where an incident stands. RECEIVED..ON_SCENE are running, HANDLED waits for review, the rest are ends. */
export const INCIDENT_STATES = [
  'RECEIVED',
  'TRIAGED',
  'DISPATCHED',
  'RESPONDING',
  'ON_SCENE',
  'HANDLED',
  'CLOSED',
  'DIVERTED',
  'TRANSFERRED',
  'MERGED',
  'CANCELLED',
] as const;
export type IncidentState = (typeof INCIDENT_STATES)[number];

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

/** What came of an incident; exactly one when it is handled. */
export const OUTCOMES = [
  'CASE_REGISTERED',
  'ADMIN_ONSITE',
  'MEDIATED',
  'ECONOMIC_DISPUTE',
  'HELPED',
  'NO_OFFENCE',
  'FALSE_ALARM',
  'GONE',
  'TO_PARTNER',
  'SERVICE_DONE',
] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** How a report reached the centre. */
export const CHANNELS = [
  'portal',
  'phone',
  'window',
  'station',
  'online',
  'group_chat',
  'visit',
  'alarm_panel',
  'api',
  'partner',
] as const;
export type Channel = (typeof CHANNELS)[number];

/** Why there is no number to call back: the caller keeps it, nobody knows it, or there is no telephone. */
export const NO_PHONE_REASONS = ['withheld', 'unknown', 'none'] as const;
export type NoPhoneReason = (typeof NO_PHONE_REASONS)[number];

/** Facts that triage looks at; the same for every enterprise. */
export const DANGER_FLAGS = [
  'life_threat',
  'weapon',
  'fire_explosion',
  'hazmat_release',
  'hostage',
  'in_progress',
  'suspect_on_scene',
  'transfer_within_24h',
  'production_halted',
  'critical_service',
  'ongoing_leak',
  'insider_suspected',
] as const;
export type DangerFlag = (typeof DANGER_FLAGS)[number];

/** Facts of an incident that later reports and units may add to. */
export const GROWING_FACTS = [
  'flags',
  'crowd',
  'injured',
  'estimatedLossFen',
  'details',
  'occurredFrom',
  'occurredTo',
  'enterprise',
] as const;
export type GrowingFact = (typeof GROWING_FACTS)[number];

export const ZONES = ['urban', 'suburban', 'rural'] as const;
export type Zone = (typeof ZONES)[number];

/**
 * How well the point of a place is known: `exact` or its `street` by whoever reported; else nobody has verified it, and it
 * stands for the address: the `site` of the enterprise, the middle of the `town` that the address names, or, for `unknown`,
 * the middle of the centre's own ground.
 */
export const PLACE_PRECISIONS = ['exact', 'street', 'site', 'town', 'unknown'] as const;
export type PlacePrecision = (typeof PLACE_PRECISIONS)[number];

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

export const DECLINE_REASONS = ['out_of_area', 'engaged', 'equipment', 'conflict_of_interest'] as const;
export type DeclineReason = (typeof DECLINE_REASONS)[number];

export const CANCEL_REASONS = ['false_report', 'test', 'withdrawn'] as const;
export type CancelReason = (typeof CANCEL_REASONS)[number];

/** Prevention advice: what part of the enterprise's protection it is about. */
export const ADVICE_CATEGORIES = [
  'gate',
  'warehouse',
  'policy',
  'finance',
  'cyber',
  'hazmat',
  'staff',
  'other',
] as const;
export type AdviceCategory = (typeof ADVICE_CATEGORIES)[number];

export const DUTY_STATES = ['on_duty', 'off_duty'] as const;
export type DutyState = (typeof DUTY_STATES)[number];

/** Roles of people and machines. `machine` is an integrator (alarm panel, other centre). */
export const ROLES = [
  'call_taker',
  'dispatcher',
  'duty_chief',
  'unit_duty_leader',
  'officer',
  'case_officer',
  'legal_reviewer',
  'approver',
  'property_custodian',
  'liaison',
  'eso_clerk',
  'follow_up_agent',
  'supervisor',
  'analyst',
  'enterprise_contact',
  'partner_user',
  'sys_admin',
  'sec_admin',
  'audit_admin',
  'machine',
] as const;
export type Role = (typeof ROLES)[number];

/** The services that publish; `ce_source` of their events. */
export const SERVICES = ['intake', 'routing', 'cases', 'notifications', 'identity'] as const;
export type ServiceName = (typeof SERVICES)[number];
