import type { Priority, SlaProfile } from '#contracts';

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const WORKING_DAY = 8 * HOUR;

/**
 * How long an incident may stay without anybody, in seconds from when it was received. Defaults of this product; a working
 * day is taken as eight hours until a working calendar is set.
 */
const LIMIT_SECONDS: Readonly<Record<SlaProfile, number>> = {
  R1: MINUTE,
  R2: 2 * MINUTE,
  R3: 10 * MINUTE,
  R4: WORKING_DAY,
  RF: MINUTE,
  RC: 5 * MINUTE,
  RE: WORKING_DAY,
  RS: WORKING_DAY,
  RK: HOUR,
};

/** What a priority asks for, whatever the type. */
const STRICTEST_SECONDS: Readonly<Partial<Record<Priority, number>>> = { P1: LIMIT_SECONDS.R1, P2: LIMIT_SECONDS.R2 };

/** When somebody must have been sent: the stricter of the limits of the type's profile and of the priority. */
export function assignBy(incident: {
  readonly slaProfile: SlaProfile;
  readonly priority: Priority;
  readonly receivedAt: string;
}): string {
  const { slaProfile, priority, receivedAt } = incident;
  const seconds = Math.min(LIMIT_SECONDS[slaProfile], STRICTEST_SECONDS[priority] ?? Infinity);
  return new Date(Date.parse(receivedAt) + seconds * 1000).toISOString();
}
