/** The words of the field as they travel on events and over HTTP. Labels for people live with the screens. */

export * from './case-vocabulary.js';
export * from './dispatch-vocabulary.js';
export * from './report-vocabulary.js';

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

/** Whether an incident is being worked on, closed, or called off: all that who is not of the police is told of its state. */
export const FILE_STAGES = ['open', 'closed', 'cancelled'] as const;
export type FileStage = (typeof FILE_STAGES)[number];

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
