import type { Priority, SlaProfile } from '#contracts';
import type { Clock, ClockFacts } from './clock.js';

const MINUTE = 60;
const HOUR = 60 * MINUTE;

/**
 * Limit of each response profile, seconds from issue. Defaults of this product, not a published rule; profiles that count
 * working hours (R4, RE, RS) are taken as wall-clock hours until a working calendar is set.
 */
const LIMIT_SECONDS: Readonly<Record<SlaProfile, number>> = {
  R1: 30,
  R2: MINUTE,
  R3: 3 * MINUTE,
  R4: 4 * HOUR,
  RF: 30,
  RC: 3 * MINUTE,
  RE: 4 * HOUR,
  RS: 4 * HOUR,
  RK: HOUR,
};

/** What a priority asks for, whatever the type. */
const STRICTEST_SECONDS: Readonly<Partial<Record<Priority, number>>> = { P1: LIMIT_SECONDS.R1, P2: LIMIT_SECONDS.R2 };

/** How long a unit may take to say that it goes. Asking to be released does not stop it. */
export const acknowledge = {
  kind: 'acknowledge',
  name: { zh: '签收时限', en: 'Acknowledgement limit' },
  starts: 'ISSUED',
  stops: ['ACKNOWLEDGED'],
  /** The stricter of the limits of the type's profile and of the priority. */
  limitSeconds: ({ slaProfile, priority }: Pick<ClockFacts, 'slaProfile' | 'priority'>): number =>
    Math.min(LIMIT_SECONDS[slaProfile], STRICTEST_SECONDS[priority] ?? Infinity),
  ladder: [
    { percent: 50, says: 'warned' },
    { percent: 100, says: 'breached', escalatedTo: 'unit_duty_leader' },
    { percent: 200, says: 'breached', escalatedTo: 'duty_chief' },
  ],
} as const satisfies Clock;
