/** What of the vocabulary is about reports: how they come in, what they tell, and how well the place is known. */

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

/**
 * Why a report waits for a call taker before any unit moves: its account, or its enterprise, sent more than it may on its own
 * word, or as many incidents of the enterprise as may be served on its own word are under way.
 */
export const HOLD_REASONS = ['account_reports', 'enterprise_reports', 'enterprise_incidents'] as const;
export type HoldReason = (typeof HOLD_REASONS)[number];

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
  'foreign_national',
  'rail_land',
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

/** Incidents are handled, services are rendered; each has numbers and statistics of its own. */
export const TYPE_KINDS = ['incident', 'service'] as const;
export type TypeKind = (typeof TYPE_KINDS)[number];

/** The plain groups in which an enterprise looks for what happened, in the order in which they are shown. */
export const TYPE_GROUPS = [
  'property', 'disorder', 'person', 'fire', 'cyber', 'secrets', 'traffic', 'disputes', 'services',
] as const; // prettier-ignore
export type TypeGroup = (typeof TYPE_GROUPS)[number];

export const ZONES = ['urban', 'suburban', 'rural'] as const;
export type Zone = (typeof ZONES)[number];

/**
 * How well the point of a place is known: `exact` or its `street` by whoever reported; else nobody has verified it, and it
 * stands for the address: the `site` of the enterprise, the middle of the `town` that the address names, or, for `unknown`,
 * the middle of the centre's own ground. `far` was given or registered and lies so far outside of that ground that nobody is
 * sent before a person has asked.
 */
export const PLACE_PRECISIONS = ['exact', 'street', 'site', 'town', 'unknown', 'far'] as const;
export type PlacePrecision = (typeof PLACE_PRECISIONS)[number];
